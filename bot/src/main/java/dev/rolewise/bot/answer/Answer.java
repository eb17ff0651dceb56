package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What is said to a question. */
public sealed interface Answer {
  /**
   * Questions to ask next.
   *
   * @return up to three questions that the documents answer, may be empty
   */
  List<String> suggestions();

  /** What is said, in reading order. */
  List<Sentence> sentences();

  /** The statements that the sentences cite; number n is at index n - 1. */
  List<Citation> citations();

  /**
   * The documents answer the question.
   *
   * @param sentences never empty; every figure in one stands in a statement it cites
   * @param citations numbered from 1, each cited by at least one sentence
   * @param suggestions up to three next questions
   */
  record Answered(List<Sentence> sentences, List<Citation> citations, List<String> suggestions)
      implements Answer {
    public Answered {
      sentences = List.copyOf(sentences);
      citations = List.copyOf(citations);
      suggestions = List.copyOf(suggestions);
      if (sentences.isEmpty()) {
        throw new IllegalArgumentException("sentences must not be empty");
      }
      for (int i = 0; i < citations.size(); i++) {
        if (citations.get(i).number() != i + 1) {
          throw new IllegalArgumentException(
              "citation at index "
                  + i
                  + " must have number "
                  + (i + 1)
                  + ", got "
                  + citations.get(i).number());
        }
      }
      for (Sentence sentence : sentences) {
        for (int number : sentence.citations()) {
          if (number > citations.size()) {
            throw new IllegalArgumentException(
                "sentence cites " + number + " of " + citations.size() + " citations");
          }
        }
      }
    }
  }

  /**
   * The documents do not answer the question.
   *
   * @param message what is missing and what is covered next to it; holds no figure of a document
   * @param suggestions up to three questions that the documents do answer
   */
  record NotCovered(String message, List<String> suggestions) implements Answer {
    public NotCovered {
      requireNonNull(message, "message");
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public List<Sentence> sentences() {
      return List.of(new Sentence(Sentence.Form.TEXT, message, List.of()));
    }

    @Override
    public List<Citation> citations() {
      return List.of();
    }
  }

  /**
   * The question has several good readings and none of them stands out.
   *
   * @param message a question back, naming the readings; holds no figure of a document
   * @param suggestions the readings as questions, up to three
   */
  record Clarify(String message, List<String> suggestions) implements Answer {
    public Clarify {
      requireNonNull(message, "message");
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public List<Sentence> sentences() {
      return List.of(new Sentence(Sentence.Form.TEXT, message, List.of()));
    }

    @Override
    public List<Citation> citations() {
      return List.of();
    }
  }
}
