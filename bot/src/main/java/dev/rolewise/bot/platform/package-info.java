/** The path of one request from a chat platform to an outcome that somebody sees. */
@NullMarked
package dev.rolewise.bot.platform;

import org.jspecify.annotations.NullMarked;
