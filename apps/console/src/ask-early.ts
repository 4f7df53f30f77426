import { askForSession } from './api/session.js';

// The first import of the program: the question is under way before the rest has even been read.
askForSession();
