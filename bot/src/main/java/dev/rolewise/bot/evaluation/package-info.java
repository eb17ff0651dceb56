/** Judges an answerer with a set of questions whose right answers are known. */
@NullMarked
package dev.rolewise.bot.evaluation;

import org.jspecify.annotations.NullMarked;
