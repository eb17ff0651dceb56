package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.SourcesCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads with all that Slack puts into them, or with as little as it may. */
class SlackSamplesTest {
  private static final String TS = "1726133700.887259";

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  private FakeSlack slack;
  private RunningBot bot;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void starts() throws Exception {
    slack = new FakeSlack();
    var commands =
        new Commands(List.of(new AskCommand(), new SourcesCommand(), new HelpCommand(List.of())));
    bot = new RunningBot(slack, commands, () -> library, folder);
  }

  @AfterEach
  void stops() {
    bot.close();
    slack.close();
  }

  /** The event in an envelope as organisations get it. */
  private static JsonNode inAnOrganisation(String event) {
    return FakeSlack.read(
        """
        {"token":"legacy-fixed-value","team_id":"T111","enterprise_id":"E111",
         "context_team_id":"T111","context_enterprise_id":"E111","api_app_id":"A111",
         "event":%s,
         "type":"event_callback","event_id":"Ev111","event_time":1726133700,
         "authorizations":[{"enterprise_id":"E111","team_id":"T111","user_id":"U0BOT",
           "is_bot":true,"is_enterprise_install":true}],
         "is_ext_shared_channel":true,"event_context":"4-eyJldCI6Im1lc3NhZ2UifQ",
         "something_new":{"unheard":["of"]}}
        """
            .formatted(event));
  }

  private void tell(String event) {
    slack.send("events_api", inAnOrganisation(event));
    bot.settle();
  }

  private static String richText(String elements) {
    return "[{\"type\":\"rich_text\",\"block_id\":\"FMAzp\",\"elements\":[" + elements + "]}]";
  }

  @Test
  void answersAMentionOfAnOrganisation_withEveryField() {
    tell(
        """
        {"client_msg_id":"3fd13273-5a6a-4b5c-bd6f-109fd697038c","type":"app_mention",
         "text":"<@U0BOT|rolewise> what does a welder earn?","user":"W222","ts":"%s",
         "team":"T111","user_team":"T111","source_team":"T222","user_profile":{},
         "blocks":%s,"channel":"C111","event_ts":"%s"}
        """
            .formatted(
                TS,
                richText(
                    "{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"user\",\"user_id\":\"U0BOT\"},{\"type\":\"text\",\"text\":\""
                        + " what does a welder earn?\"}]}"),
                TS));

    assertAnswered();
    assertThat(slack.posted().getFirst().path("thread_ts").asText()).isEqualTo(TS);
  }

  private void assertAnswered() {
    assertThat(slack.posted()).hasSize(1);
    assertThat(slack.posted().getFirst().path("text").asText()).contains("welder.md");
  }

  @Test
  void readsTheBlocks_whenAMessageHasNoText() {
    tell(
        """
        {"type":"message","user":"W222","ts":"%s","team":"T111","channel":"D111",
         "event_ts":"%s","channel_type":"im","blocks":%s}
        """
            .formatted(
                TS,
                TS,
                richText(
                    """
                    {"type":"rich_text_section","elements":[
                      {"type":"emoji","name":"wave","unicode":"1f44b"},
                      {"type":"text","text":"what does a ","style":{"bold":true}},
                      {"type":"link","url":"https://example.com/welder","text":"welder"},
                      {"type":"text","text":" earn?"}]},
                    {"type":"rich_text_something_new","elements":[{"type":"new"}]}
                    """)));

    assertAnswered();
  }

  @Test
  void readsAMessageThatIsPassedOn() {
    tell(
        """
        {"type":"message","user":"W222","ts":"%s","channel":"D111","channel_type":"im","text":"",
         "attachments":[{"id":1,"is_share":true,"author_name":"a","fallback":"[a]: words",
           "text":"what does a welder earn?","ts":"1726133000.000100","channel_id":"C111"}]}
        """
            .formatted(TS));

    assertAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"channel_type\":\"app_home\"",
        "\"channel_type\":\"im\",\"subtype\":\"file_share\",\"upload\":false,\"files\":[{\"id\":\"F1\"}]",
        "\"channel_type\":\"im\",\"assistant_thread\":{\"action_token\":\"x\"},\"parent_user_id\":\"U0BOT\"",
        "\"channel_type\":\"im\",\"subtype\":\"me_message\"",
        "\"hidden\":false"
      })
  void answersEveryKindOfDirectMessage(String more) {
    tell(
        """
        {"type":"message","user":"W222","ts":"%s","channel":"D111","event_ts":"%s",
         "text":"what does a welder earn?",%s}
        """
            .formatted(TS, TS, more));

    assertAnswered();
  }

  @Test
  void answersAReplyThatItsWriterSendsToTheChannelToo() {
    slack.send(
        "events_api",
        inAnOrganisation(
            """
            {"type":"app_mention","user":"W222","ts":"%s","channel":"C111",
             "text":"<@U0BOT> what does a data engineer make?"}
            """
                .formatted(TS)));
    slack.awaitPosted(1);

    tell(
        """
        {"type":"message","subtype":"thread_broadcast","user":"W222","ts":"1726133701.000100",
         "thread_ts":"%s","root":{"user":"W222","type":"message","ts":"%s","reply_count":1},
         "channel":"C111","channel_type":"channel","text":"and what does a welder earn?"}
        """
            .formatted(TS, TS));

    assertThat(slack.posted()).hasSize(2);
    assertThat(slack.posted().getLast().path("text").asText()).contains("welder.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"message\",\"user\":\"U0OTHERBOT\",\"bot_id\":\"B1\"",
        "\"type\":\"message\",\"subtype\":\"bot_message\",\"bot_id\":\"B1\",\"username\":\"b\"",
        "\"type\":\"message\",\"user\":\"U0OTHERBOT\",\"bot_profile\":{\"id\":\"B1\",\"deleted\":false}",
        "\"type\":\"message\",\"subtype\":\"file_share\",\"user\":\"U0OTHERBOT\",\"bot_id\":\"B1\"",
        "\"type\":\"message\",\"user\":\"USLACKBOT\"",
        "\"type\":\"message\",\"user\":\"U0BOT\"",
        "\"type\":\"message\",\"subtype\":\"assistant_app_thread\",\"user\":\"U0BOT\"",
        "\"type\":\"message\",\"subtype\":\"message_replied\",\"user\":\"W222\"",
        "\"type\":\"message\",\"subtype\":\"channel_join\",\"user\":\"W222\"",
        "\"type\":\"app_mention\",\"subtype\":\"bot_message\",\"bot_id\":\"B1\"",
        "\"type\":\"app_mention\",\"user\":\"W222\",\"edited\":{\"user\":\"W222\",\"ts\":\"1.1\"}",
        "\"type\":\"something_new\",\"user\":\"W222\""
      })
  void leavesAlone_whatNoPersonAsks(String event) {
    tell(
        """
        {%s,"ts":"%s","channel":"D111","channel_type":"im","text":"what does a welder earn?"}
        """
            .formatted(event, TS));

    assertThat(slack.posted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"app_mention\"}",
        "{\"type\":\"message\"}",
        "{\"type\":\"message\",\"user\":\"W222\",\"text\":\"pay?\"}",
        "{\"type\":\"app_mention\",\"user\":\"W222\",\"channel\":\"C1\"}",
        "{\"type\":\"app_home_opened\"}",
        "{\"type\":\"app_home_opened\",\"user\":\"W222\",\"channel\":\"D1\",\"tab\":\"about\"}",
        "{\"type\":\"assistant_thread_started\"}",
        "{\"type\":\"assistant_thread_context_changed\",\"assistant_thread\":{}}",
        "{}"
      })
  void acknowledges_whatLacksFields(String event) {
    tell(event);

    assertThat(slack.posted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"app_rate_limited\",\"team_id\":\"T1\",\"minute_rate_limited\":1518467820}",
        "{\"type\":\"event_callback\",\"team_id\":\"T1\"}"
      })
  void acknowledges_whatIsNoEvent(String payload) {
    slack.send("events_api", FakeSlack.read(payload));
    bot.settle();

    assertThat(slack.posted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"block_suggestion\",\"user\":{\"id\":\"W222\"},\"action_id\":\"a\",\"value\":\"x\"}",
        "{\"type\":\"view_closed\",\"user\":{\"id\":\"W222\"},\"view\":{\"id\":\"V1\"},\"is_cleared\":true}",
        "{\"type\":\"view_submission\",\"user\":{\"id\":\"W222\"},\"view\":{\"id\":\"V1\",\"state\":{}}}",
        "{\"type\":\"interactive_message\",\"user\":{\"id\":\"W222\"},\"callback_id\":\"c\","
            + "\"actions\":[]}",
        "{\"type\":\"dialog_submission\",\"user\":{\"id\":\"W222\"},\"callback_id\":\"c\"}",
        "{\"type\":\"block_actions\",\"user\":{\"id\":\"W222\"},\"actions\":[]}"
      })
  void acknowledges_interactionsItHasNoUseFor(String payload) {
    slack.send("interactive", FakeSlack.read(payload));
    bot.settle();

    assertThat(slack.posted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "events_api|{'team_id':'T1','type':'event_callback','event_id':'E',"
            + "'authorizations':[{'team_id':'T1','user_id':'U0BOT'}],'event':{"
            + "'type':'app_mention','user':'U1','channel':'C1','ts':'1.1',"
            + "'thread_ts':'1.0','text':'<@U0BOT> pay of a welder?','blocks':[{"
            + "'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{"
            + "'type':'text','text':'a'}]}]}],'attachments':[{'id':1,'text':'x'}],"
            + "'files':[{'id':'F1'}],'edited':{'user':'U1'}}}",
        "events_api|{'team_id':'T1','type':'event_callback','event':{"
            + "'type':'message','subtype':'file_share','channel_type':'im','user':'U1',"
            + "'channel':'D1','ts':'1.1','text':'','blocks':[{'type':'section','text':{"
            + "'type':'mrkdwn','text':'pay of a welder?'},'fields':[{'type':'mrkdwn',"
            + "'text':'x'}]}],'files':[{'id':'F1'}],'metadata':{'event_type':'x',"
            + "'event_payload':{'a':1}}}}",
        "events_api|{'team_id':'T1','type':'event_callback','event':{"
            + "'type':'app_home_opened','user':'U1','channel':'D1','tab':'home','view':{"
            + "'id':'V1','type':'home','blocks':[{'type':'divider'}]}}}",
        "events_api|{'team_id':'T1','type':'event_callback','event':{"
            + "'type':'assistant_thread_started','assistant_thread':{'user_id':'U1',"
            + "'channel_id':'D1','thread_ts':'1.1','context':{'channel_id':'C1',"
            + "'team_id':'T1'}}}}",
        "slash_commands|{'token':'t','team_id':'T1','channel_id':'C1','user_id':'U1',"
            + "'command':'/career','text':'ask pay of a welder?',"
            + "'response_url':'http://127.0.0.1:1/x','trigger_id':'1'}",
        "interactive|{'type':'block_actions','trigger_id':'1',"
            + "'response_url':'http://127.0.0.1:1/x','team':{'id':'T1','domain':'x'},"
            + "'user':{'id':'U1','team_id':'T1'},'channel':{'id':'C1','name':'c'},"
            + "'container':{'type':'message','message_ts':'1.1','channel_id':'C1',"
            + "'thread_ts':'1.0','is_ephemeral':false},'message':{'type':'message',"
            + "'ts':'1.1','text':'x','blocks':[{'type':'section','text':{'type':'mrkdwn',"
            + "'text':'x'}}]},'actions':[{'type':'button','action_id':'ask.0',"
            + "'block_id':'b','value':'answer1.0','action_ts':'1','selected_option':{"
            + "'value':'x','text':{'type':'plain_text','text':'x'}}}],'state':{'values':{"
            + "}}}",
        "interactive|{'type':'view_submission','trigger_id':'1','team':{'id':'T1',"
            + "'domain':'x'},'user':{'id':'U1','team_id':'T1'},'view':{'id':'1',"
            + "'type':'modal','callback_id':'share','private_metadata':'answer1 C1',"
            + "'blocks':[],'state':{'values':{'share-question':{'share-question':{"
            + "'type':'radio_buttons','value':'y','selected_option':{'value':'x'},"
            + "'selected_options':[{'value':'x'}]}}}}},'response_urls':[]}",
        "interactive|{'type':'message_action','callback_id':'answer',"
            + "'trigger_id':'1','message_ts':'1.1','response_url':'http://127.0.0.1:1/x',"
            + "'team':{'id':'T1','domain':'x'},'user':{'id':'U1','name':'a',"
            + "'team_id':'T1'},'channel':{'id':'C1','name':'c'},'message':{"
            + "'type':'message','text':'pay of a welder?','ts':'1.1','user':'U1'}}",
        "interactive|{'type':'shortcut','callback_id':'help','trigger_id':'1',"
            + "'team':{'id':'T1','domain':'x'},'user':{'id':'U1','team_id':'T1'}}",
        "interactive|{'type':'interactive_message','callback_id':'old',"
            + "'action_ts':'1','actions':[{'name':'a','type':'button','value':'v'}],"
            + "'team':{'id':'T1'},'channel':{'id':'C1'},'user':{'id':'U1'},"
            + "'response_url':'http://127.0.0.1:1/x'}"
      })
  void acknowledges_whateverAFieldHolds(String type, String written) {
    JsonNode payload = FakeSlack.read(written.replace('\'', '"'));

    for (String field : fields("", payload)) {
      for (String value : List.of("null", "7", "[]", "{}")) {
        slack.send(type, changed(payload, field, FakeSlack.read(value)));
      }
    }

    bot.settle();
  }

  /** Where something stands in JSON, as pointers. */
  private static List<String> fields(String at, JsonNode node) {
    List<String> fields = new ArrayList<>();
    node.properties()
        .forEach(field -> {
          fields.add(at + "/" + field.getKey());
          fields.addAll(fields(at + "/" + field.getKey(), field.getValue()));
        });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      fields.addAll(fields(at + "/" + i, node.get(i)));
    }
    return fields;
  }

  private static JsonNode changed(JsonNode payload, String field, JsonNode value) {
    JsonNode changed = payload.deepCopy();
    int name = field.lastIndexOf('/') + 1;
    ((ObjectNode) changed.at(field.substring(0, name - 1))).set(field.substring(name), value);
    return changed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"blocks\":7",
        "\"attachments\":{\"x\":[]}",
        "\"files\":[7],\"metadata\":\"x\"",
        "\"thread_ts\":null,\"edited\":null,\"blocks\":[null,{\"type\":{}}]"
      })
  void answersAMention_whoseOtherFieldsNobodyCanRead(String more) {
    tell(
        """
        {"type":"app_mention","user":"W222","ts":"%s","channel":"C111",
         "text":"<@U0BOT> what does a welder earn?",%s}
        """
            .formatted(TS, more));

    assertAnswered();
  }

  @Test
  void answersAPersonWhoPastesAPage() {
    String words = "We are a small team and look after many machines. ".repeat(750);

    tell(
        """
        {"type":"message","user":"W222","ts":"%s","channel":"D111","channel_type":"im",
         "text":"%s What does a welder earn?"}
        """
            .formatted(TS, words));

    assertThat(slack.posted()).hasSize(1);
  }

  /** A press as an app of a whole organisation is told of it. */
  private JsonNode press(JsonNode message, JsonNode pressed, String type) {
    ObjectNode payload =
        (ObjectNode)
            FakeSlack.read(
                """
                {"type":"block_actions","team":null,"enterprise":{"id":"E111","name":"x"},
                 "user":{"id":"W222","username":"a","name":"a","team_id":"T111"},
                 "api_app_id":"A111","token":"legacy-fixed-value",
                 "container":{"type":"message","message_ts":"1700001000.000001",
                   "channel_id":"C111","is_ephemeral":false,"thread_ts":"%s"},
                 "trigger_id":"12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3",
                 "channel":{"id":"C111","name":"career"},"state":{"values":{}},
                 "is_enterprise_install":true,
                 "response_url":"%s",
                 "actions":[{"action_id":"","block_id":"LyZ8y","type":"%s",
                   "text":{"type":"plain_text","text":"x","emoji":true},
                   "value":"","action_ts":"1726133702.113391"}]}
                """
                    .formatted(TS, slack.responseUrl("r1"), type));
    ObjectNode action = (ObjectNode) payload.path("actions").path(0);
    action.put("action_id", pressed.path("action_id").asText());
    action.put("value", pressed.path("value").asText());
    payload.set("message", message);
    return payload;
  }

  private JsonNode answer() {
    slack.send(
        "events_api",
        inAnOrganisation(
            """
            {"type":"app_mention","user":"W222","ts":"%s","channel":"C111",
             "text":"<@U0BOT> what does a welder earn?"}
            """
                .formatted(TS)));
    slack.awaitPosted(1);
    return slack.posted().getFirst();
  }

  @Test
  void opensSources_inAnOrganisation() {
    JsonNode message = answer();

    slack.send("interactive", press(message, button(message, "Sources"), "button"));

    assertThat(slack.awaitCall("views.open", 0).get("view")).contains("welder.md");
  }

  @Test
  void asksForTheReason_afterSlacksOwnThumb() {
    JsonNode message = answer();
    ObjectNode thumb =
        FakeSlack.JSON
            .createObjectNode()
            .put("action_id", SlackIds.FEEDBACK)
            .put("value", "bad:answer1");

    slack.send("interactive", press(message, thumb, "feedback_buttons"));

    assertThat(slack.awaitCall("views.open", 0).json("view").path("callback_id").asText())
        .isEqualTo(SlackIds.REASON);
  }

  @Test
  void answersAMessageOfABotThatSomebodyPointsAt_fromItsBlocks() {
    slack.send(
        "interactive",
        FakeSlack.read(
            """
            {"type":"message_action","token":"legacy-fixed-value","action_ts":"1726133702.445755",
             "team":{"id":"T111","domain":"x","enterprise_id":"E111","enterprise_name":"x"},
             "user":{"id":"W222","name":"a","team_id":"T111","username":"a"},
             "channel":{"id":"C111","name":"career"},"callback_id":"answer_from_documents",
             "trigger_id":"1.2.3","response_url":"%s","message_ts":"%s",
             "message":{"type":"message","subtype":"bot_message","bot_id":"B1","ts":"%s","text":"",
               "blocks":[{"type":"section","text":{"type":"mrkdwn",
                 "text":"what does a *welder* earn?"}}]}}
            """
                .formatted(slack.responseUrl("r1"), TS, TS)));

    assertThat(slack.awaitCall("response_url", 0).get("text")).contains("welder.md");
  }

  @Test
  void answersACommandOfAnOrganisation_withoutATriggerOrWords() {
    slack.send(
        "slash_commands",
        FakeSlack.read(
            """
            {"token":"legacy-fixed-value","team_id":"T111","team_domain":"x",
             "enterprise_id":"E111","enterprise_name":"x","channel_id":"D222",
             "channel_name":"directmessage","user_id":"W222","user_name":"a",
             "command":"/career","api_app_id":"A111","is_enterprise_install":"true",
             "response_url":"%s"}
            """
                .formatted(slack.responseUrl("r1"))));

    assertThat(slack.awaitCall("response_url", 0).get("text")).isNotBlank();
  }
}
