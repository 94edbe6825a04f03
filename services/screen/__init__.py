"""The meeting screens: what they show, who may open them, and how they are steered."""
