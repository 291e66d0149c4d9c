"""counterclaim."""
