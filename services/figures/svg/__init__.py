"""Small pictures drawn by the server: named tiles, bullet bars, step matrices, sparklines.

Each function gives one <svg> as text. Words in it are escaped; colours are classes, so one picture suits both themes.
"""
