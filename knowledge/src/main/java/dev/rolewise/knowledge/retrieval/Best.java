package dev.rolewise.knowledge.retrieval;

import java.util.Arrays;

/** Keeps the highest of many values; the lower position first among equals. Not thread-safe. */
final class Best {
  /** Heap whose head is the worst: the value in the upper half, the position below. */
  private final long[] heap;

  private int size;

  Best(int count) {
    heap = new long[count];
  }

  void offer(int position, float value) {
    long entry = (long) orderedBits(value) << 32 | (~position & 0xFFFFFFFFL);
    if (size < heap.length) {
      heap[size] = entry;
      siftUp(size++);
    } else if (size > 0 && entry > heap[0]) {
      heap[0] = entry;
      siftDown();
    }
  }

  /** Bits whose order as a number is that of the values. */
  private static int orderedBits(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
  }

  private void siftUp(int from) {
    int i = from;
    while (i > 0 && heap[(i - 1) / 2] > heap[i]) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void siftDown() {
    int i = 0;
    while (true) {
      int least = 2 * i + 1;
      if (least >= size) {
        return;
      }
      if (least + 1 < size && heap[least + 1] < heap[least]) {
        least++;
      }
      if (heap[i] <= heap[least]) {
        return;
      }
      swap(i, least);
      i = least;
    }
  }

  private void swap(int a, int b) {
    long kept = heap[a];
    heap[a] = heap[b];
    heap[b] = kept;
  }

  /** Positions of the highest values, best first. */
  int[] positions() {
    long[] sorted = Arrays.copyOf(heap, size);
    Arrays.sort(sorted);
    int[] positions = new int[size];
    for (int i = 0; i < size; i++) {
      positions[i] = ~(int) sorted[size - 1 - i];
    }
    return positions;
  }
}
