// SPDX-License-Identifier: Apache-2.0
package podium.model.texts.sample;

/** What has texts beside it, also in German. */
public final class Said {
    private Said() {}
}
