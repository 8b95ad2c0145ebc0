// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.List;
import podium.model.fleet.Task;
import podium.placement.texts.Texts;

/**
 * A task of a gang that is laid out.
 *
 * @param number its rank; where its pods have none, its place in the order in which the cluster listed them, from 0
 * @param ranked whether the number is the rank that the program will see
 * @param accelerators devices or slices it asks for; 0: none
 */
public record Rank(int number, boolean ranked, Task task, int accelerators) {
    /** rank 3; ranks 0-7, 9. */
    public static String named(List<Integer> numbers) {
        return numbers.size() == 1 ? Texts.of("Rank.rank", spans(numbers)) : Texts.of("Rank.ranks", spans(numbers));
    }

    /** Numbers in ascending order with runs drawn together: 0-7, 9, 11-12. */
    public static String spans(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < numbers.size()) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(numbers.get(i));
            if (end > i) {
                text.append('-').append(numbers.get(end));
            }
            i = end + 1;
        }
        return text.toString();
    }
}
