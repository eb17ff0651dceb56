/**
 * Turns text into vectors with a model that runs in this process, and remembers vectors on disk.
 */
@NullMarked
package dev.rolewise.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
