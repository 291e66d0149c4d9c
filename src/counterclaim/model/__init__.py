"""The nouns: frozen, typed values that travel between stages and import no library."""
