/** Turns text into vectors with a model that runs in this process. */
@NullMarked
package dev.rolewise.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
