"""Small pictures made of words: the named tiles, the list of what to take up.

Each function gives HTML as text. Words in it are escaped, colours are classes, the type keeps its size at any width.
"""
