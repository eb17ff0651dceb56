/** What the bot remembers: requests it has handled, conversations, answers and feedback. */
@NullMarked
package dev.rolewise.bot.state;

import org.jspecify.annotations.NullMarked;
