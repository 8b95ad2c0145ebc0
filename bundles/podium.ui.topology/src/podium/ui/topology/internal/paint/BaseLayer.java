// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Region;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.scene.Box;

/**
 * The base picture, kept as an image. What changed is painted over; a pan moves the image and paints the strips that came
 * into view; at another zoom or layout the old image is shown, stretched, until all of the new one is painted out of sight:
 * what is seen is never of two. Work is done in slices, so that no frame takes longer than its budget. UI thread.
 */
final class BaseLayer implements AutoCloseable {
    /** Boxes painted between two looks at the clock. */
    private static final int STRIDE = 16;

    private final Device device;
    private final float dots;
    private final BoxPainter painter;
    private final CanvasColours inks;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final BitSet dirty = new BitSet();
    private @Nullable BackingImage front;
    /** True until anything was whole: then the first of it is seen as it is painted. */
    private boolean blank = true;

    /** Painted out of sight, until it is whole. */
    private @Nullable BackingImage fresh;

    private @Nullable BackingImage back;
    private @Nullable PaintState picture;
    /** What the image in sight is of. */
    private @Nullable PaintState shown;

    /** Boxes that are to be painted within a part of the image, in order. */
    private static final class Job {
        private final List<Box> boxes;
        private PixelRect clip;
        private int next;

        private Job(List<Box> boxes, PixelRect clip) {
            this.boxes = boxes;
            this.clip = clip;
        }
    }

    /** A layer for a screen with so many dots for a pixel. */
    BaseLayer(Device device, float dots, CanvasColours inks, TextPainter texts) {
        this.device = device;
        this.dots = dots;
        this.inks = inks;
        this.painter = new BoxPainter(inks, texts);
    }

    /**
     * Takes a new picture. What stays the same is kept: the same layout and zoom moved is a pan; another zoom is a zoom;
     * anything else is painted anew. The result: true when everything is going to be painted anew.
     */
    boolean show(PaintState next) {
        PaintState old = picture;
        picture = next;
        Viewport view = next.view();
        BackingImage now = front;
        boolean anew = true;
        if (old != null
                && now != null
                && old.layout() == next.layout()
                && old.view().equals(view)) {
            anew = false;
        } else if (old == null || now == null || blank || !sameSize(old.view(), view)) {
            renew(view);
        } else if (old.layout() == next.layout() && old.view().scale() != view.scale()) {
            front = stretched(now, old.view(), view);
        } else if (old.layout() == next.layout()) {
            anew = false;
            move(now, old.view(), view);
        }
        PaintState seen = shown;
        if (seen == null || blank || seen.layout() == next.layout()) {
            shown = next;
        }
        if (anew) {
            all();
        }
        return anew;
    }

    private static boolean sameSize(Viewport a, Viewport b) {
        return a.width() == b.width() && a.height() == b.height();
    }

    /** Paints everything anew, slice by slice; what is there stays until all of it is painted. */
    void all() {
        jobs.clear();
        dirty.clear();
        PaintState now = picture;
        if (now != null) {
            fresh = fresh == null && !blank ? spare(now.view()) : fresh;
            PixelRect whole = new PixelRect(0, 0, now.view().width(), now.view().height());
            jobs.add(new Job(visible(now, whole), whole));
        }
    }

    /** Paints these boxes anew: numbers in the scene. */
    void invalidate(BitSet boxes) {
        dirty.or(boxes);
    }

    /** True while there is something left to paint. */
    boolean isPending() {
        return !jobs.isEmpty() || !dirty.isEmpty();
    }

    /** True when all that came into view is painted, though some of it may be out of date. */
    boolean isWhole() {
        return jobs.isEmpty();
    }

    /** Paints for at most about this long and tells what parts of the image changed. */
    DamageRegion paint(long budgetNanos) {
        DamageRegion damage = new DamageRegion();
        PaintState now = picture;
        BackingImage image = fresh == null ? front : fresh;
        if (now == null || image == null || !isPending()) {
            return damage;
        }
        long end = System.nanoTime() + budgetNanos;
        GC gc = image.gc();
        try {
            // what changed waits until all is there: on a busy fleet it took the time of what was still blank
            jobs(gc, now, end, damage);
            if (fresh != null) {
                damage = new DamageRegion();
            }
            if (jobs.isEmpty()) {
                blank = false;
                if (fresh != null) {
                    show(image, now);
                    damage.add(
                            new PixelRect(0, 0, now.view().width(), now.view().height()));
                }
                dirty(gc, now, end, damage);
            }
            return damage;
        } finally {
            gc.dispose();
        }
    }

    /** Copies a part of the image. */
    void draw(GC gc, PixelRect part) {
        BackingImage image = front;
        PaintState now = picture;
        if (image == null || now == null) {
            return;
        }
        PixelRect inside =
                part.common(new PixelRect(0, 0, now.view().width(), now.view().height()));
        if (!inside.isEmpty()) {
            image.copy(gc, inside);
        }
    }

    private void show(BackingImage whole, PaintState of) {
        BackingImage old = front;
        if (old != null) {
            release(old);
        }
        front = whole;
        fresh = null;
        shown = of;
    }

    /** What is in sight: of the layout before, until all of the next one is painted. */
    Optional<PaintState> picture() {
        PaintState now = shown;
        return now == null ? Optional.empty() : Optional.of(now);
    }

    private void jobs(GC gc, PaintState now, long end, DamageRegion damage) {
        while (!jobs.isEmpty()) {
            Job job = jobs.peek();
            gc.setClipping(job.clip.x(), job.clip.y(), job.clip.width(), job.clip.height());
            if (job.next == 0) {
                ground(gc, now, job.clip, job.clip, now.layout().scene().clusters(), Name.SURFACE);
                damage.add(job.clip);
            }
            while (job.next < job.boxes.size()) {
                Box box = job.boxes.get(job.next);
                PixelRect whole = BoxPainter.area(now, box);
                PixelRect area = whole.common(job.clip);
                boolean open = BoxPainter.isOpen(now, box);
                if (open) {
                    ground(gc, now, area, job.clip, box.children(), BoxPainter.ground(box));
                }
                painter.paint(gc, now, box);
                if (area.equals(whole)) {
                    dirty.clear(box.id(), open ? box.id() + 1 : box.end());
                }
                damage.add(area);
                job.next++;
                if (job.next % STRIDE == 0 && System.nanoTime() > end) {
                    return;
                }
            }
            jobs.poll();
        }
    }

    /**
     * Wipes what lies between boxes, where none is painted: an older layout may have had something there. What they show stays until
     * it is painted over.
     */
    private void ground(GC gc, PaintState now, PixelRect part, PixelRect clip, List<Box> boxes, Name ink) {
        Region free = new Region(device);
        try {
            free.add(part.x(), part.y(), part.width(), part.height());
            for (Box box : boxes) {
                PixelRect at = BoxPainter.area(now, box);
                free.subtract(at.x(), at.y(), at.width(), at.height());
            }
            gc.setClipping(free);
            gc.setBackground(inks.of(ink));
            gc.fillRectangle(part.x(), part.y(), part.width(), part.height());
            gc.setClipping(clip.x(), clip.y(), clip.width(), clip.height());
        } finally {
            free.dispose();
        }
    }

    private void dirty(GC gc, PaintState now, long end, DamageRegion damage) {
        PixelRect seen = new PixelRect(0, 0, now.view().width(), now.view().height());
        int done = 0;
        for (int i = dirty.nextSetBit(0); i >= 0; i = dirty.nextSetBit(i + 1)) {
            dirty.clear(i);
            Box box = shown(now, now.layout().scene().boxes().get(i));
            if (box.id() != i) {
                dirty.clear(box.id(), box.end()); // one block for all that is in it
            }
            PixelRect area = BoxPainter.changing(now, box);
            if (area.overlaps(seen)) {
                if (!box.isNode()) {
                    gc.setClipping(area.x(), area.y(), area.width(), area.height());
                }
                painter.paint(gc, now, box);
                if (!box.isNode()) {
                    gc.setClipping((Rectangle) null);
                }
                damage.add(area.common(seen));
            }
            if (++done % STRIDE == 0 && System.nanoTime() > end) {
                break;
            }
        }
    }

    /** The box itself, or the block that is drawn in its place at this zoom. */
    private static Box shown(PaintState now, Box box) {
        Box shown = box;
        for (Optional<Box> up = box.parent(); up.isPresent(); up = up.get().parent()) {
            if (LevelOfDetail.of(now.layout(), up.get(), now.view().scale()) == LevelOfDetail.BLOCK) {
                shown = up.get();
            }
        }
        return shown;
    }

    private static List<Box> visible(PaintState now, PixelRect clip) {
        List<Box> visible = new ArrayList<>();
        List<Box> all = now.layout().scene().boxes();
        int i = 0;
        while (i < all.size()) {
            Box box = all.get(i);
            if (!BoxPainter.area(now, box).overlaps(clip)) {
                i = box.end();
            } else {
                visible.add(box);
                i = BoxPainter.isOpen(now, box) ? i + 1 : box.end();
            }
        }
        return visible;
    }

    private void move(BackingImage now, Viewport from, Viewport to) {
        int dx = (int) (from.left() - to.left());
        int dy = (int) (from.top() - to.top());
        front = moved(now, to, dx, dy);
        BackingImage unseen = fresh;
        if (unseen != null) {
            fresh = moved(unseen, to, dx, dy);
        }
        PixelRect whole = new PixelRect(0, 0, to.width(), to.height());
        for (Job job : jobs) {
            job.clip = job.clip.moved(dx, dy).common(whole);
        }
        jobs.removeIf(job -> job.clip.isEmpty());
        revealed(whole.common(new PixelRect(dx > 0 ? 0 : to.width() + dx, 0, Math.abs(dx), to.height())));
        revealed(whole.common(new PixelRect(0, dy > 0 ? 0 : to.height() + dy, to.width(), Math.abs(dy))));
    }

    private void revealed(PixelRect strip) {
        PaintState now = picture;
        if (now != null && !strip.isEmpty()) {
            jobs.add(new Job(visible(now, strip), strip));
        }
    }

    private BackingImage moved(BackingImage image, Viewport to, int dx, int dy) {
        BackingImage next = spare(to);
        image.onto(next, 1, dx, dy);
        release(image);
        return next;
    }

    private BackingImage stretched(BackingImage image, Viewport from, Viewport to) {
        BackingImage next = spare(to);
        double factor = to.scale() / from.scale();
        image.onto(next, (float) factor, (float) (from.left() * factor - to.left()), (float)
                (from.top() * factor - to.top()));
        release(image);
        return next;
    }

    /** An empty image of this size. */
    private BackingImage spare(Viewport view) {
        BackingImage kept = back;
        back = null;
        BackingImage image = kept != null ? kept : new BackingImage(device, view.width(), view.height(), dots);
        clear(image, view);
        return image;
    }

    private void release(BackingImage image) {
        close(back);
        back = image;
    }

    private void renew(Viewport view) {
        BackingImage image = new BackingImage(device, view.width(), view.height(), dots);
        clear(image, view);
        BackingImage old = front;
        if (old != null && !blank) {
            old.onto(image, 1, 0, 0);
        }
        close();
        front = image;
    }

    private void clear(BackingImage image, Viewport view) {
        GC gc = image.gc();
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillRectangle(0, 0, view.width(), view.height());
        gc.dispose();
    }

    @Override
    public void close() {
        close(front);
        close(fresh);
        close(back);
        front = null;
        fresh = null;
        back = null;
    }

    private static void close(@Nullable BackingImage image) {
        if (image != null) {
            image.close();
        }
    }
}
