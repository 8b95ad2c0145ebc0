// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.failure.FailureText;
import podium.model.fleet.Cluster;
import podium.ui.prompt.PathPrompt;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * Asks for a file or a folder of a container: typed, taken from what was answered before, or found in the list of the folder that is
 * typed. Where the container cannot list it that is said, and the path is typed.
 */
@NonNullByDefault({}) // the library's types say nothing of null
public final class PathDialog extends ConsoleDialog {
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final String UP = "../";

    private final PathPrompt question;
    private final Optional<Cluster> cluster;
    private String answer;
    private String listed = "";
    private List<String> names = List.of();
    private Combo field;
    private RowTable<String> table;
    private Label told;
    private Label problem;

    public PathDialog(Shell parent, UiServices services, PathPrompt question, Optional<Cluster> cluster) {
        super(parent, services, SafeText.line(question.title()), question.confirm(), new Point(560, 460));
        this.question = question;
        this.cluster = cluster;
        this.answer = question.given();
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    /** What stands in the field. */
    public String answer() {
        return answer;
    }

    @Override
    protected void fill(Composite parent) {
        sentence(parent, SafeText.line(question.words()), Name.TEXT);
        field = new Combo(parent, SWT.DROP_DOWN);
        services().theme().own(field);
        question.last().forEach(path -> field.add(SafeText.line(path)));
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.name(field, question.words());
        problem = text(parent, "", Name.CRITICAL);
        List<Column<String, ?>> columns = List.of(Column.<String>text("name", "name", 300, Form.NAME, name -> name)
                .marked(name -> Optional.of(new StateIcon(name.endsWith("/") ? Icon.OPEN : Icon.TEXT, Name.MUTED))));
        table = RowTable.table(parent, services().theme(), columns, Texts.of("PathDialog.whatIsInThe"));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = RowTable.ROW_HEIGHT * 8;
        table.control().setLayoutData(data);
        table.onSelect(chosen ->
                chosen.stream().filter(name -> !name.equals(UP)).findFirst().ifPresent(this::take));
        table.onOpen(this::open);
        table.control().addKeyListener(KeyListener.keyPressedAdapter(this::typed));
        told = text(parent, "", Name.MUTED);
        Repaint list = Repaint.of(field, TYPING, this::list);
        field.setText(answer);
        field.addModifyListener(event -> {
            answer = field.getText();
            Optional<String> wrong = question.check().apply(answer);
            WidgetText.set(problem, wrong.orElse(""));
            enable(wrong.isEmpty());
            match();
            list.request();
        });
        enable(question.check().apply(answer).isEmpty());
        field.setFocus();
        list();
    }

    /** What is typed over the rows goes into the field, behind the folder that they are in. */
    private void typed(KeyEvent event) {
        if (event.character > ' ' && event.character != SWT.DEL && (event.stateMask & (SWT.CTRL | SWT.ALT)) == 0) {
            field.setText(listed + event.character);
            field.setFocus();
            event.doit = false;
        }
    }

    /** The row that is typed behind the folder, else the first that begins so; empty: none, or nothing is. */
    private Optional<String> begun() {
        String name = answer.substring(PathPrompt.folder(answer).length());
        return PathPrompt.folder(answer).equals(listed) && !name.isEmpty()
                ? names.stream()
                        .filter(it -> it.startsWith(name) && !it.equals(UP))
                        .min(Comparator.comparing(it -> !isWhole(it)))
                : Optional.empty();
    }

    private boolean isWhole(String name) {
        return answer.equals(listed + name.replaceFirst("/$", ""));
    }

    private void match() {
        begun().ifPresent(name -> table.select(List.of(name)));
    }

    /** What is typed to its end is meant as it stands; of a name that is begun the row that is marked for it. */
    @Override
    protected void okPressed() {
        Optional<String> row = field.isFocusControl() ? begun() : Optional.empty();
        if (row.isEmpty() || isWhole(row.get())) {
            super.okPressed();
        } else {
            open(row.get());
        }
    }

    private void take(String name) {
        field.setText(listed + name.replaceFirst("/$", ""));
    }

    /** A folder is gone into, a file is taken. */
    private void open(String name) {
        if (name.equals(UP)) {
            field.setText(PathPrompt.folder(listed.replaceFirst("/$", "")));
        } else if (name.endsWith("/")) {
            field.setText(listed + name);
        } else {
            take(name);
            okPressed();
        }
    }

    /** Asks for the folder that is typed, unless that is the one that is shown. */
    private void list() {
        String folder = PathPrompt.folder(answer);
        if (folder.equals(listed) || folder.isEmpty()) {
            return;
        }
        listed = folder;
        show(List.of(), Texts.of("PathDialog.listing", folder));
        services()
                .background()
                .run(
                        () -> question.listing().of(folder),
                        found -> listed(folder, found),
                        failure -> show(
                                folder,
                                List.of(),
                                Texts.of(
                                        "PathDialog.cannotBeListed",
                                        folder,
                                        FailureText.of(failure).replaceFirst("\\.$", ""))));
    }

    private void listed(String folder, List<String> found) {
        List<String> meant = found.stream()
                .filter(name -> !question.folders() || name.endsWith("/"))
                .toList();
        show(
                folder,
                meant,
                found.isEmpty()
                        ? Texts.of("PathDialog.isEmpty", folder)
                        : meant.isEmpty() ? Texts.of("PathDialog.hasNoFolders", folder) : "");
    }

    private void show(String folder, List<String> found, String words) {
        if (!table.control().isDisposed() && folder.equals(listed)) {
            show(found, words);
        }
    }

    private void show(List<String> found, String words) {
        names = new ArrayList<>(found);
        if (!listed.equals("/")) {
            names.addFirst(UP);
        }
        boolean walks = table.control().isFocusControl();
        table.show(Rows.of(names, name -> name));
        if (walks && !found.isEmpty()) {
            table.select(List.of(found.getFirst()));
        }
        match();
        WidgetText.set(told, SafeText.line(words));
        told.getParent().layout();
    }
}
