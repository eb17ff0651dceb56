package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Examples;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.slack.SlackHome.Recent;
import dev.rolewise.bot.slack.SlackHome.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackViewsTest {
  private static final ToIds IDS = question -> "q" + question.length();
  private static final List<Role> ROLES =
      List.of(new Role("avp-ai-ml", "AVP of AI and ML"), new Role("welder", "Welder"));

  @Test
  void showsHomeAsReviewed() {
    golden("home", SlackViews.home(new SlackHome(ROLES, List.of(), List.of())));
    golden(
        "home-of-an-admin",
        SlackViews.home(
            new SlackHome(
                ROLES,
                List.of(new Recent("q7", "What does a <!here> welder earn?")),
                List.of("Documents: 9, no problems", "Slack: connected for 2 h"))));
    golden("home-without-roles", SlackViews.home(new SlackHome(List.of(), List.of(), List.of())));
  }

  @Test
  void showsModalsAsReviewed() {
    golden("reason", SlackViews.reason("a17"));
    golden(
        "share",
        SlackViews.share(
            "a17", Optional.of("What does an AVP make?"), Reply.to(Examples.AVP_PAY), IDS));
    golden(
        "share-without-question",
        SlackViews.share("a17", Optional.empty(), Reply.to(Examples.NO_BAKERS), IDS));
    golden("page", SlackViews.page("Sources", Reply.to(Examples.AVP_PAY), IDS));
  }

  @Test
  void fitsIntoHome_whateverThereIs() {
    var home =
        new SlackHome(
            Collections.nCopies(400, new Role("welder", "Welder ".repeat(40))),
            Collections.nCopies(40, new Recent("q1", "<!channel> ".repeat(200))),
            Collections.nCopies(400, "*".repeat(2000)));

    String view = SlackViews.home(home);

    assertThat(SlackLimits.problemsOfView(view)).isEmpty();
    assertThat(view).contains("There are 300 more").doesNotContain("<!channel>", "**");
  }

  @Test
  void refusesMetadataThatSlackWouldRefuse() {
    assertThatThrownBy(() -> SlackViews.reason("a".repeat(3001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metadata must have at most 3000 characters, got 3001");
  }

  private static void golden(String name, String view) {
    assertThat(SlackLimits.problemsOfView(view)).as(name).isEmpty();
    var printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      Golden.assertMatches(
          "slack/view-" + name + ".json",
          new ObjectMapper().writer(printer).writeValueAsString(SlackLimits.read(view)) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
