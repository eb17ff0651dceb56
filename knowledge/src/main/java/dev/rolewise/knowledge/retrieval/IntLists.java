package dev.rolewise.knowledge.retrieval;

import java.nio.ByteBuffer;
import java.util.List;

/** Lists of numbers, one behind the other in one array, which is read from a file at once. */
final class IntLists {
  /** Where each list begins, and behind the last where it ends. */
  final int[] starts;

  final int[] numbers;

  private IntLists(int[] starts, int[] numbers) {
    this.starts = starts;
    this.numbers = numbers;
  }

  static IntLists of(List<int[]> lists) {
    int[] starts = new int[lists.size() + 1];
    for (int i = 0; i < lists.size(); i++) {
      starts[i + 1] = starts[i] + lists.get(i).length;
    }
    int[] numbers = new int[starts[lists.size()]];
    for (int i = 0; i < lists.size(); i++) {
      System.arraycopy(lists.get(i), 0, numbers, starts[i], lists.get(i).length);
    }
    return new IntLists(starts, numbers);
  }

  /** What {@link #write} wrote. */
  static IntLists read(ByteBuffer bytes) {
    return new IntLists(SavedArrays.readInts(bytes), SavedArrays.readInts(bytes));
  }

  void write(SavedArrays to) {
    to.add(starts);
    to.add(numbers);
  }

  int size() {
    return starts.length - 1;
  }

  /** Whether the two numbers stand in the list one after the other. */
  boolean hasPair(int list, int first, int second) {
    for (int i = starts[list] + 1; i < starts[list + 1]; i++) {
      if (numbers[i - 1] == first && numbers[i] == second) {
        return true;
      }
    }
    return false;
  }

  /** Whether the two numbers stand one after the other in any list. */
  boolean anyHasPair(int first, int second) {
    for (int list = 0; list < size(); list++) {
      if (hasPair(list, first, second)) {
        return true;
      }
    }
    return false;
  }
}
