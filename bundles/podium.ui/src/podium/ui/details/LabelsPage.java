// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.table.Brief;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Theme;

/** The labels of a thing, filtered as one types. */
public final class LabelsPage implements DetailsPage {
    private static final FilterFields<Entry<String, String>> FIELDS = new FilterFields<Entry<String, String>>(
                    label -> (label.getKey() + "=" + label.getValue()).toLowerCase(Locale.ROOT))
            .text("key", Entry::getKey)
            .text("value", Entry::getValue);

    private final Composite box;
    private final RowTable<Entry<String, String>> table;
    private Filter<Entry<String, String>> filter = Filter.all();
    private @Nullable EObject shown;

    public LabelsPage(Composite parent, Theme theme) {
        box = theme.dress(new Composite(parent, SWT.NONE));
        FilterField field = PartToolbar.above(box, theme).filter(Texts.of("LabelsPage.filterLabels"), FIELDS.hint());
        List<Column<Entry<String, String>, ?>> columns = List.of(
                Column.<Entry<String, String>>text("key", Texts.of("LabelsPage.key"), 200, Form.NAME, Entry::getKey)
                        .cutTo(label -> brief(label.getKey())),
                Column.text("value", Texts.of("LabelsPage.value"), 140, Form.NAME, Entry::getValue));
        WholeRow<Entry<String, String>> whole = new WholeRow<>(box, theme, columns, Texts.of("LabelsPage.labels"));
        whole.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = whole.table();
        field.onLeave(() -> table.control().setFocus());
        field.onType(typed -> {
            filter = Filter.parse(typed, FIELDS);
            field.note(filter.problem());
            @Nullable EObject thing = shown;
            if (thing != null) {
                show(thing);
            }
        });
    }

    @Override
    public String title() {
        return Texts.of("LabelsPage.labels");
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return !labels(thing).isEmpty();
    }

    @Override
    public void show(EObject thing) {
        shown = thing;
        table.show(
                Rows.of(labels(thing).entrySet().stream().filter(filter.test()).toList(), Map.Entry::getKey));
    }

    private Brief brief(String key) {
        @Nullable EObject thing = shown;
        return brief(key, thing == null ? Set.of() : labels(thing).keySet());
    }

    /** The prefix of a key gives way first, unless another key has the same name behind its own. */
    static Brief brief(String key, Set<String> keys) {
        String name = key.substring(key.indexOf('/') + 1);
        return keys.stream()
                                .filter(other ->
                                        other.substring(other.indexOf('/') + 1).equals(name))
                                .count()
                        > 1
                ? Brief.NONE
                : new Brief(name, "", Optional.empty());
    }

    private static Map<String, String> labels(EObject thing) {
        @Nullable
        Labels labels =
                switch (thing) {
                    case Node node -> node.getLabels();
                    case Job job -> job.getLabels();
                    case Task task -> task.getLabels();
                    default -> null;
                };
        return labels == null ? Map.of() : labels.toMap();
    }
}
