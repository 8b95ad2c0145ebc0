// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;

/** What Kubernetes' CEL can do with lists and with what a pattern finds (apiserver/pkg/cel/library, lists.go, regex.go). */
final class ListFunctions {
    private ListFunctions() {}

    static Object sorted(List<?> list) throws CelEvaluationException {
        for (int i = 1; i < list.size(); i++) {
            if (compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of numbers; of none: 0. */
    static Object sum(List<?> list) throws CelEvaluationException {
        long whole = 0;
        double real = 0;
        boolean any = false;
        for (Object value : list) {
            switch (value) {
                case Long number -> whole += number;
                case Double number -> {
                    any = true;
                    real += number;
                }
                default -> throw new CelEvaluationException("no such overload: sum");
            }
        }
        return any ? (Object) (real + whole) : (Object) whole;
    }

    /** @param sign 1: the greatest; -1: the least */
    static Object extreme(List<?> list, int sign) throws CelEvaluationException {
        if (list.isEmpty()) {
            throw new CelEvaluationException((sign > 0 ? "max" : "min") + " called on empty list");
        }
        Object best = list.getFirst();
        for (Object value : list) {
            best = sign * compare(value, best) > 0 ? value : best;
        }
        return best;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object two) throws CelEvaluationException {
        if (one instanceof Comparable<?> && one.getClass() == two.getClass()) {
            return ((Comparable<Object>) one).compareTo(two);
        }
        throw new CelEvaluationException("no such overload: the values cannot be compared");
    }

    static List<String> found(String text, Pattern pattern, int most) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (found.size() < most && matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
