"""Whether the copies of an article become one origin: made articles, copies, and what looks like one."""
