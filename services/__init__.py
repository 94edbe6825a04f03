"""What the program knows. Nothing below this package imports streamlit."""
