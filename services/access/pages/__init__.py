"""The pages of signing in: plain HTML of our own, without a script, before and beside Streamlit's."""
