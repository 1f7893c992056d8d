"""What runs reached, and what lies behind it."""
