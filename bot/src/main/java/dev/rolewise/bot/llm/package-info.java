/** Asks language models for text: one provider at a time, within limits of time and tokens. */
@NullMarked
package dev.rolewise.bot.llm;

import org.jspecify.annotations.NullMarked;
