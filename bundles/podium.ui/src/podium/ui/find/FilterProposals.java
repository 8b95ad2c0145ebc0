// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import podium.core.text.NaturalOrder;
import podium.ui.filter.FilterFields;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.FieldProposals.Found;

/** The values that rows have, behind the colon of a term of a filter. */
public final class FilterProposals {
    private FilterProposals() {}

    /** What may stand at the end of what is typed; no words where it is no term with a colon. */
    public static <R> Found at(FilterFields<R> fields, String typed, Collection<R> rows) {
        int begin = typed.lastIndexOf(' ') + 1;
        int colon = typed.indexOf(':', begin);
        String field = colon < 0
                ? ""
                : typed.substring(begin, colon).replaceFirst("^-", "").toLowerCase(Locale.ROOT);
        if (!fields.texts().contains(field)) {
            return new Found(typed, List.of(), "");
        }
        int last = Math.max(colon, typed.lastIndexOf(',')) + 1;
        // a term is parted from the next by a space, so of a value with spaces each word is one
        List<String> values = rows.stream()
                .flatMap(row -> Stream.of(fields.value(field, row).strip().split("\\s+")))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
        return new Found(typed.substring(0, last), FieldProposals.matching(values, typed.substring(last)), "");
    }
}
