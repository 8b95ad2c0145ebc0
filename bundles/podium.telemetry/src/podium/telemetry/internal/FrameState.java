// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/** What a frame leans on: what the frames before it left. Writer and reader keep one each, in step. */
final class FrameState {
    boolean first;
    /** Usual milliseconds between two samples. */
    int gap;

    /** Bits of the last value. */
    long bits;

    int scale;
    /** The last value that was a whole number of steps, in steps of the scale. */
    long steps;

    /** Bits a number was last packed in; 0 to 64. */
    int width;

    FrameState() {
        clear();
    }

    void clear() {
        first = true;
        gap = 0;
        bits = 0;
        scale = ValueScales.NONE;
        steps = 0;
        width = 0;
    }

    FrameState copy() {
        FrameState copy = new FrameState();
        copy.first = first;
        copy.gap = gap;
        copy.bits = bits;
        copy.scale = scale;
        copy.steps = steps;
        copy.width = width;
        return copy;
    }

    /** The scale is another one now: counting starts at nothing. */
    void scaled(int to) {
        scale = to;
        steps = 0;
    }
}
