// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.graphics.RGB;

/**
 * The viridis colour map (Smith and van der Walt, matplotlib 2.0, CC0), by the sixth-degree polynomial fit of
 * M. Zucker (CC0). Perceptually even, safe for colour-blind eyes.
 */
final class Viridis {
    private static final double[][] COEFFICIENTS = {
        {0.2777273272234177, 0.005407344544966578, 0.3340998053353061},
        {0.1050930431085774, 1.404613529898575, 1.384590162594685},
        {-0.3308618287255563, 0.214847559468213, 0.09509516302823659},
        {-4.634230498983486, -5.799100973351585, -19.33244095627987},
        {6.228269936347081, 14.17993336680509, 56.69055260068105},
        {4.776384997670288, -13.74514537774601, -65.35303263337234},
        {-5.435455855934631, 4.645852612178535, 26.3124352495832}
    };

    private Viridis() {}

    /** The colour at a place from 0, dark, to 1, light. */
    static RGB at(double place) {
        return new RGB(channel(place, 0), channel(place, 1), channel(place, 2));
    }

    /** Relative luminance by WCAG 2.1, 0 black to 1 white. */
    static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static int channel(double place, int channel) {
        double value = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            value = value * place + COEFFICIENTS[i][channel];
        }
        return (int) Math.round(Math.clamp(value, 0, 1) * 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
