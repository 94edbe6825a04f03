"""What a person should look at: things at odds with each other, silent, or too even. Prompts, never verdicts."""

from services.ledgers.prompts import contradictions, heaps, silence
from services.ledgers.prompts.prompt import Prompt

PROMPTS: dict[str, Prompt] = {each.id: each for each in (*contradictions.PROMPTS, *silence.PROMPTS, *heaps.PROMPTS)}
__all__ = ["PROMPTS", "Prompt"]
