// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.log.LogIndex;
import podium.core.log.LogOptions;
import podium.core.log.PodLogReader;
import podium.model.fleet.Job;
import podium.ui.action.LogFlow;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The Logs part: what the containers of a job or of tasks write, all ranks in one stream. */
public class LogPart implements LogFlow.Viewer {
    private static final Duration THROTTLE = Duration.ofMillis(300);
    private static final List<String> BACK = List.of(
            Texts.of("LogPart.lastLines"),
            Texts.of("LogPart.minutes"),
            Texts.of("LogPart.hour"),
            Texts.of("LogPart.hours"),
            Texts.of("LogPart.everything"));
    private static final List<LogOptions> OPTIONS = List.of(
            back(Optional.empty(), OptionalLong.of(1000)),
            back(Optional.of(Duration.ofMinutes(5)), OptionalLong.empty()),
            back(Optional.of(Duration.ofHours(1)), OptionalLong.empty()),
            back(Optional.of(Duration.ofHours(24)), OptionalLong.empty()),
            back(Optional.empty(), OptionalLong.empty()));

    /** Pixels for how many lines there are, whatever it says: the fields beside it stay where they are while lines come. */
    private static final int STATUS = 330;

    private static final String ALL = Texts.of("LogPart.containersShown");

    private final Connections connections;
    private final EmptyState empty;
    private final LogView view;
    private final PartToolbar bar;
    private final ToolItem follow;
    private final ToolItem previous;
    private final ToolItem init;
    private final ToolItem container;
    private final ToolItem times;
    private final ToolItem wrap;
    private final FilterField filter;
    private final FilterField search;
    private final Label status;
    private final PartToolbar paused;
    private Optional<LogTarget> target = Optional.empty();
    private Optional<LogSession> session = Optional.empty();
    private LogOptions options = OPTIONS.getFirst();
    private Optional<String> only = Optional.empty();
    private Optional<Asked> asked = Optional.empty();

    /**
     * The next hit, asked for maybe before it is known what is found.
     *
     * @param older whether it is the one before in time
     * @param until the line up to which all are to be looked at first
     */
    private record Asked(boolean older, long until) {}

    @Inject
    public LogPart(
            Composite parent, FleetService fleet, Connections connections, Dialogs dialogs, UiServices services) {
        this.connections = connections;
        bar = PartToolbar.above(parent, services.theme());
        follow = bar.check(Texts.of("LogPart.follow"), Texts.of("LogPart.stayAtTheNewest"), this::follow);
        previous = bar.check(Texts.of("LogPart.previous"), Texts.of("LogPart.thePreviousRunOf"), this::open);
        init = bar.check(Texts.of("LogPart.init"), Texts.of("LogPart.alsoInitAndEphemeral"), this::open);
        container = bar.menu(ALL, Texts.of("LogPart.whichContainersAreRead"), this::containers);
        times = bar.check(Texts.of("LogPart.times"), Texts.of("LogPart.whenEachLineWas"), this::times);
        wrap = bar.check(Texts.of("LogPart.wrap"), Texts.of("LogPart.breakLongLinesW"), this::wrap);
        bar.choice(back -> Texts.of("LogPart.since", back), BACK, 0, chosen -> {
            options = OPTIONS.get(chosen);
            open();
        });
        filter = bar.filter(Texts.of("LogPart.filterOfTheLog"), "");
        filter.hint(Texts.of("LogPart.aRegularExpressionWith"));
        filter.onType(typed -> choose());
        filter.onLeave(this::focus);
        search = bar.filter(Texts.of("LogPart.searchInTheLog"), "");
        search.hint(Texts.of("LogPart.aRegularExpressionEnter"));
        search.setMessage(Texts.of("LogPart.search"));
        search.onType(typed -> searched());
        search.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                event.doit = false;
                next((event.stateMask & SWT.SHIFT) == 0);
            }
        }));
        bar.button(Icon.OLDER, "", Texts.of("LogPart.theNextOlderHit"), () -> next(true));
        bar.button(Icon.NEWER, "", Texts.of("LogPart.theNextNewerHit"), () -> next(false));
        status = bar.label("", true);
        ((GridData) status.getLayoutData()).widthHint = STATUS;
        LogExport export = new LogExport(dialogs, services);
        bar.button(Icon.STALE, "", Texts.of("LogPart.goToATime"), () -> jump(export));
        bar.button(Icon.COPY, "", Texts.of("LogPart.copyTheSelectedLines"), this::copy);
        bar.button(
                Icon.EXPORT,
                "",
                Texts.of("LogPart.saveTheLinesThat"),
                () -> session.ifPresent(log -> export.save(parent.getShell(), log)));
        Composite body = services.theme().dress(new Composite(parent, SWT.NONE));
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new FillLayout());
        empty = new EmptyState(body, services.theme());
        Repaint count = Repaint.of(body, THROTTLE, this::count);
        view = new LogView(empty.stack(), services.theme(), this::follows, () -> {
            if (asked.isPresent()) {
                count();
            }
            count.request();
        });
        KeyListener turns = KeyListener.keyPressedAdapter(event -> {
            if ((event.stateMask & SWT.MODIFIER_MASK) == 0) {
                key(event.character);
            }
        });
        paused = new PartToolbar(parent, services.theme());
        paused.label(Texts.of("LogPart.followingIsPausedHere"), false);
        paused.button(Icon.RESUME, Texts.of("LogPart.followAgain"), Texts.of("LogPart.goOnWithThe"), () -> {
            follow.setSelection(true);
            follow();
        });
        paused.control().setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        view.control().addKeyListener(turns);
        Stream.of(bar.control().getChildren())
                .filter(control -> !(control instanceof Text))
                .forEach(control -> control.addKeyListener(turns));
        follow.setSelection(true);
        times.setSelection(true);
        Repaint.every(view.control(), Duration.ofSeconds(1), count::request);
        new Subscriptions(view.control()).add(fleet.listen(delta -> {
            anew(delta.jobs());
            session.ifPresent(LogSession::update);
        }));
        view.control().addDisposeListener(event -> session.ifPresent(LogSession::close));
        open();
    }

    private void key(char typed) {
        switch (typed) {
            case 'v' -> turn(previous, this::open);
            case 't' -> turn(times, this::times);
            case 'w' -> turn(wrap, this::wrap);
            default -> {}
        }
    }

    private static void turn(ToolItem check, Runnable turned) {
        check.setSelection(!check.getSelection());
        turned.run();
    }

    private static LogOptions back(Optional<Duration> since, OptionalLong tail) {
        return new LogOptions(true, false, since, tail);
    }

    @Focus
    public void focus() {
        TabKey.focus(view.control());
    }

    @Override
    public boolean show(List<EObject> selection) {
        Optional<LogTarget> next = LogTarget.of(selection);
        if (next.isPresent()) {
            if (!next.equals(target)) {
                // of another job nobody asked for the run before, nor for lines of these words
                previous.setSelection(false);
                filter.control().setText("");
                search.control().setText("");
            }
            target = next;
            read(Optional.empty());
        }
        return next.isPresent();
    }

    @Override
    public void before() {
        if (target.flatMap(LogTarget::whyNoRunBefore).isEmpty()) {
            previous.setSelection(true);
            open();
        }
    }

    /** One of the containers, or all. */
    private List<List<Entry>> containers() {
        List<Entry> each = session.stream()
                .map(LogSession::containers)
                .flatMap(List::stream)
                .map(name -> Entry.of(name, Icon.SHOW, () -> read(Optional.of(name))))
                .toList();
        return List.of(
                each, List.of(Entry.of(Texts.of("LogPart.allContainers"), Icon.SHOW, () -> read(Optional.empty()))));
    }

    private void read(Optional<String> name) {
        only = name;
        WidgetText.set(container, name.orElse(ALL));
        bar.control().layout(true, true);
        open();
    }

    /** Goes on with the same jobs once their cluster is opened anew. */
    private void anew(Set<Job> seen) {
        Optional<LogTarget> next = target.map(it -> it.anew(seen));
        if (!next.equals(target)) {
            target = next;
            open();
        }
    }

    private void open() {
        session.ifPresent(LogSession::close);
        session = target.flatMap(this::begin);
        view.show(session);
        // the run before has ended: nothing of it is still to come
        follow.setSelection(!previous.getSelection());
        follow.setEnabled(!previous.getSelection());
        if (session.isPresent()) {
            empty.content(view.control());
            choose();
        } else if (target.isPresent()) {
            empty.why(Texts.of("LogPart.theClusterIsNot"), Texts.of("LogPart.reconnectTheClusterThen"));
        } else {
            empty.why(Texts.of("LogPart.noLogsAreShown"), Texts.of("LogPart.selectAJobOr"));
        }
        count();
    }

    private Optional<LogSession> begin(LogTarget shown) {
        Optional<PodLogReader> reader = Optional.ofNullable(
                        shown.jobs().getFirst().getCluster())
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), PodLogReader.class));
        return reader.map(it -> {
            boolean before = previous.getSelection();
            LogOptions chosen = new LogOptions(!before, before, options.since(), options.tail());
            LogSession opened =
                    new LogSession(shown, chosen, new LogContainers(init.getSelection(), only), it, view::request);
            opened.update();
            return opened;
        });
    }

    private void jump(LogExport export) {
        session.ifPresent(log -> export.jump(log, view));
    }

    private void copy() {
        session.ifPresent(
                log -> ClipboardText.copy(view.control().getDisplay(), LogExport.text(log, view.selection())));
    }

    private void follow() {
        view.setAtEnd(follow.getSelection());
        count();
    }

    private void follows(boolean end) {
        follow.setSelection(end && follow.getEnabled());
        count();
    }

    private void times() {
        view.setTimes(times.getSelection());
    }

    private void wrap() {
        view.setWrap(wrap.getSelection());
    }

    /** The newest hit is gone to first, whatever was selected. */
    private void searched() {
        view.unselect();
        choose();
    }

    private void choose() {
        String typed = filter.control().getText();
        boolean out = typed.startsWith("!");
        Optional<Pattern> lines = pattern(filter, out ? typed.substring(1) : typed);
        Optional<Pattern> found = pattern(search, search.control().getText());
        asked = Optional.empty();
        session.ifPresent(log ->
                log.choose(new LogIndex.Choice(out ? Optional.empty() : lines, out ? lines : Optional.empty(), found)));
        count();
    }

    private static Optional<Pattern> pattern(FilterField field, String text) {
        try {
            Optional<Pattern> made = text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            field.note(Optional.empty());
            return made;
        } catch (PatternSyntaxException e) {
            field.note(Optional.of(Texts.of("LogPart.notARegularExpression", e.getDescription())));
            return Optional.empty();
        }
    }

    private void next(boolean older) {
        asked = session.map(log -> new Asked(older, log.ring().next()));
        count();
    }

    /** Goes to the next hit from the selected line, once it is known; from the newest where none is selected. */
    private void go(LogSession log, Asked next) {
        LogIndex index = log.index();
        if (index.hasLookedAt(next.until())) {
            asked = Optional.empty();
            if (index.found() > 0) {
                long from = view.selection().anchor();
                int place = from < 0
                        ? index.found() - 1
                        : next.older() ? index.foundBefore(from) - 1 : index.foundBefore(from + 1);
                view.reveal(index.foundAt(place));
            }
        }
    }

    /** Which hit is selected, the oldest is the first: its number stays while lines come. Empty: none. */
    private OptionalInt hit(LogSession log) {
        long selected = view.selection().anchor();
        int place = log.index().foundBefore(selected);
        return selected >= 0 && place < log.index().foundBefore(selected + 1)
                ? OptionalInt.of(place + 1)
                : OptionalInt.empty();
    }

    private void count() {
        session.ifPresent(log -> asked.ifPresent(next -> go(log, next)));
        Optional<String> none = target.flatMap(LogTarget::whyNoRunBefore);
        previous.setEnabled(none.isEmpty() || previous.getSelection());
        WidgetText.tip(previous, none.orElse(Texts.of("LogPart.thePreviousRunOf")));
        String words = session.map(log -> LogCounts.words(log, hit(log))).orElse("");
        WidgetText.set(status, words);
        String title = session.map(log -> log.target().title()).orElse("");
        WidgetText.wholeTip(status, words.startsWith(title) ? words : title + "\n" + words);
        boolean waits = follow.getEnabled()
                && !follow.getSelection()
                && session.filter(log -> log.running() > 0).isPresent();
        if (paused.control().getVisible() != waits) {
            paused.control().setVisible(waits);
            ((GridData) paused.control().getLayoutData()).exclude = !waits;
            paused.control().getParent().layout();
        }
    }
}
