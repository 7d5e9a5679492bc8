/** The languages that have `java.net.http`. */
export { print as java } from './java-http-client.ts';
export { print as kotlin } from './kotlin-http-client.ts';
