"""What is heard: the transport, the sound, and the picture of it."""
