// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.Comparator;
import java.util.Objects;
import org.eclipse.emf.common.util.EList;
import podium.core.text.NaturalOrder;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Domain;
import podium.model.fleet.Named;
import podium.model.fleet.Node;

/** Keeps lists of the model sorted by name: where a thing stands does not depend on when it was seen. */
final class SortedLists {
    private static final Comparator<Named> BY_NAME = Comparator.comparing(SortedLists::name, new NaturalOrder());
    private static final Comparator<Domain> OF_DOMAINS =
            Comparator.<Domain, Named>comparing(domain -> domain, BY_NAME).thenComparing(SortedLists::key);
    private static final Comparator<DisruptionBudget> OF_BUDGETS = Comparator.<DisruptionBudget, String>comparing(
                    budget -> Objects.toString(budget.getNamespace(), ""))
            .thenComparing(budget -> budget, BY_NAME);

    private SortedLists() {}

    static void add(EList<Node> nodes, Node node) {
        add(nodes, node, BY_NAME);
    }

    static void add(EList<Domain> siblings, Domain domain) {
        add(siblings, domain, OF_DOMAINS);
    }

    /** Which of several budgets is named first is told to the operator. */
    static void add(EList<DisruptionBudget> budgets, DisruptionBudget budget) {
        add(budgets, budget, OF_BUDGETS);
    }

    private static <T> void add(EList<T> list, T item, Comparator<? super T> order) {
        int from = 0;
        int to = list.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (order.compare(list.get(middle), item) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        list.add(from, item);
    }

    private static String name(Named thing) {
        return thing.getName() == null ? "" : thing.getName();
    }

    private static String key(Domain domain) {
        return domain.getLabelKey() == null ? "" : domain.getLabelKey();
    }
}
