export { personalNames, plainNames, unregistered } from './domain/register/register.js';
