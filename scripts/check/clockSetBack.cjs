'use strict';

// Loaded before a command: a second after it began, its clock stands a day earlier.
const now = Date.now.bind(Date);
const begun = now();
Date.now = () => (now() - begun > 1000 ? now() - 86_400_000 : now());
