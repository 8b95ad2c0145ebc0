// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.core.cluster.ImpersonatedUser;
import podium.core.failure.FailureText;
import podium.core.text.CleanText;
import podium.operation.access.BoundSubject;
import podium.operation.access.BoundSubject.Kind;
import podium.operation.access.RoleBindings;
import podium.ui.prompt.ImpersonationPrompt;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Asks as whom the requests to a cluster are made: typed, or taken from those who were before and whom role bindings name. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class ImpersonationDialog extends ConsoleDialog {
    private final ImpersonationPrompt question;
    private Text user;
    private Text groups;
    private RowTable<Proposal> table;
    private Label told;
    private Optional<ImpersonatedUser> chosen = Optional.empty();

    /** One that can be taken: somebody as before, or a user, a group or a service account. */
    private record Proposal(String name, String kind, String roles, Optional<ImpersonatedUser> before, boolean group) {
        static Proposal oneself() {
            return new Proposal(
                    Texts.of("ImpersonationDialog.asMyself"),
                    Texts.of("ImpersonationDialog.asTheKubeconfigSays"),
                    "",
                    Optional.empty(),
                    false);
        }

        boolean isOneself() {
            return equals(oneself());
        }

        /** With what role bindings say of the same name, which would be listed twice. */
        static Proposal of(ImpersonatedUser last, List<Proposal> bound, boolean now) {
            return bound.stream()
                    .filter(one -> one.is(last))
                    .findFirst()
                    .map(one -> new Proposal(
                            one.name(),
                            now
                                    ? Texts.of("ImpersonationDialog.kindAndNow", one.kind())
                                    : Texts.of("ImpersonationDialog.kindAndBefore", one.kind()),
                            one.roles(),
                            Optional.of(last),
                            false))
                    .orElseGet(() -> new Proposal(
                            last.toString(),
                            now ? Texts.of("ImpersonationDialog.now") : Texts.of("ImpersonationDialog.before"),
                            "",
                            Optional.of(last),
                            false));
        }

        /** Whether it stands for just this user: with groups it would be another one. */
        boolean is(ImpersonatedUser last) {
            return !group && last.groups().isEmpty() && last.user().equals(name);
        }

        static Proposal of(BoundSubject subject) {
            String kind =
                    switch (subject.kind()) {
                        case USER -> Texts.of("ImpersonationDialog.user");
                        case GROUP -> Texts.of("ImpersonationDialog.group");
                        case SERVICE_ACCOUNT -> Texts.of("ImpersonationDialog.serviceAccount");
                    };
            return new Proposal(
                    subject.name(),
                    kind,
                    String.join(", ", subject.roles()),
                    Optional.empty(),
                    subject.kind() == Kind.GROUP);
        }
    }

    public ImpersonationDialog(Shell parent, UiServices services, ImpersonationPrompt question) {
        super(
                parent,
                services,
                Texts.of("ImpersonationDialog.actAsIn", question.cluster()),
                Texts.of("ImpersonationDialog.actAs"),
                new Point(600, 520));
        this.question = question;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("ImpersonationDialog.requestsToThisCluster"), Name.TEXT);
        user = field(
                parent,
                Texts.of("ImpersonationDialog.userEmptyYourself"),
                Texts.of("ImpersonationDialog.user"),
                question.now().map(ImpersonatedUser::user).orElse(""));
        groups = field(
                parent,
                Texts.of("ImpersonationDialog.groupsSeparatedByCommas"),
                Texts.of("ImpersonationDialog.groups"),
                question.now().map(other -> String.join(", ", other.groups())).orElse(""));
        List<Column<Proposal, ?>> columns = List.of(
                Column.text(
                        "name", Texts.of("ImpersonationDialog.name"), 240, Form.NAME, it -> CleanText.exact(it.name())),
                Column.text("kind", Texts.of("ImpersonationDialog.kind"), 130, Form.NAME, Proposal::kind),
                Column.text("roles", Texts.of("ImpersonationDialog.roles"), 200, Form.NAME, Proposal::roles));
        table = RowTable.table(
                parent, services().theme(), columns, Texts.of("ImpersonationDialog.whomRoleBindingsName"));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = RowTable.ROW_HEIGHT * 8;
        table.control().setLayoutData(data);
        table.onSelect(one -> one.stream().findFirst().ifPresent(this::take));
        table.onOpen(one -> {
            if (!one.group()) {
                okPressed();
            }
        });
        told = text(parent, Texts.of("ImpersonationDialog.readingRoleBindings"), Name.MUTED);
        show(List.of());
        services()
                .background()
                .run(
                        question.bindings(),
                        found -> found(found.subjects(), words(found)),
                        problem -> found(
                                List.of(),
                                Texts.of("ImpersonationDialog.bindingsCannotBeRead", FailureText.sentence(problem))));
        user.addListener(
                SWT.Modify,
                event -> confirm(
                        user.getText().isBlank() && question.now().isPresent()
                                ? Texts.of("ImpersonationDialog.asMyself")
                                : Texts.of("ImpersonationDialog.actAs")));
        user.setFocus();
    }

    private static String words(RoleBindings found) {
        if (!found.whole()) {
            return Texts.of("ImpersonationDialog.otherBindingsMayNotBeRead");
        }
        if (!found.served()) {
            return Texts.of("ImpersonationDialog.serverHasNoBindings");
        }
        return found.subjects().isEmpty() ? Texts.of("ImpersonationDialog.noBindingNamesAnybody") : "";
    }

    private void found(List<BoundSubject> subjects, String words) {
        if (!table.control().isDisposed()) {
            show(subjects);
            WidgetText.set(told, SafeText.line(words));
            told.getParent().layout();
        }
    }

    private void show(List<BoundSubject> subjects) {
        List<Proposal> bound = subjects.stream().map(Proposal::of).toList();
        List<ImpersonatedUser> known = Stream.concat(question.now().stream(), question.last().stream())
                .distinct()
                .toList();
        List<Proposal> all = Stream.of(
                        question.now().stream().map(_ -> Proposal.oneself()),
                        known.stream()
                                .map(one ->
                                        Proposal.of(one, bound, question.now().equals(Optional.of(one)))),
                        bound.stream().filter(one -> known.stream().noneMatch(one::is)))
                .flatMap(one -> one)
                .toList();
        table.show(Rows.of(all, it -> it.kind() + it.name()));
    }

    /** A group joins those that are typed already. */
    private void take(Proposal proposal) {
        if (proposal.isOneself()) {
            put(user, "");
            put(groups, "");
        } else if (proposal.group()) {
            List<String> all = new ArrayList<>(list(groups.getText()));
            if (!all.contains(proposal.name())) {
                all.add(proposal.name());
            }
            put(groups, String.join(", ", all));
        } else {
            put(user, proposal.before().map(ImpersonatedUser::user).orElse(proposal.name()));
            proposal.before().ifPresent(last -> put(groups, String.join(", ", last.groups())));
        }
    }

    /** As it is sent to the server, whatever it contains. */
    private static void put(Text text, String content) {
        text.setText(content);
    }

    private Text field(Composite parent, String words, String message, String content) {
        heading(parent, words);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        services().theme().own(text);
        text.setMessage(message);
        text.setText(content);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.name(text, words);
        return text;
    }

    /** Opens it; who was chosen, an inner empty one for oneself. Empty: it was cancelled. */
    public Optional<Optional<ImpersonatedUser>> ask() {
        return open() == OK ? Optional.of(chosen) : Optional.empty();
    }

    @Override
    protected void okPressed() {
        chosen = read(user.getText(), groups.getText());
        if (question.agreed().test(chosen)) {
            super.okPressed();
        }
    }

    static Optional<ImpersonatedUser> read(String user, String groups) {
        return user.isBlank() ? Optional.empty() : Optional.of(new ImpersonatedUser(user.strip(), list(groups)));
    }

    private static List<String> list(String groups) {
        return Stream.of(groups.split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
