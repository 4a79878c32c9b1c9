"""How often a note lands where it belongs when the text is edited, and how often silently elsewhere."""
