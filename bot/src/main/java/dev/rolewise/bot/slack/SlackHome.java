package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What App Home shows to one person.
 *
 * @param roles the roles there are, may be empty
 * @param recent the person's last questions, newest first, may be empty
 * @param state how the service is, a line each; empty for whoever is no admin
 */
record SlackHome(List<Role> roles, List<Recent> recent, List<String> state) {
  /**
   * A role to browse.
   *
   * @param id id of its document
   */
  record Role(String id, String title) {
    Role {
      requireNonNull(id, "id");
      requireNonNull(title, "title");
    }
  }

  /**
   * A question that was asked.
   *
   * @param id opaque id of its answer
   */
  record Recent(String id, String question) {
    Recent {
      requireNonNull(id, "id");
      requireNonNull(question, "question");
    }
  }

  SlackHome {
    roles = List.copyOf(roles);
    recent = List.copyOf(recent);
    state = List.copyOf(state);
  }
}
