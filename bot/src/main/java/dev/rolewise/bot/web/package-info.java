/** Serves the service's state, its metrics and the signed requests of Slack over HTTP. */
@NullMarked
package dev.rolewise.bot.web;

import org.jspecify.annotations.NullMarked;
