// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

/** The pictures of the console: Bootstrap Icons 1.11.3 (MIT), 16 pixels, one weight, tinted by the theme. */
public enum Icon {
    CLUSTER("diagram-3"),
    DOMAIN("boxes"),
    RACK("hdd-rack"),
    NODE("pc-horizontal"),
    GPU("gpu-card"),
    SLICE("layers"),
    JOB("collection"),
    BATCH("gear"),
    TASK("box"),
    QUEUE("list-ol"),
    RUNNING("play-circle-fill"),
    WAITING("hourglass-split"),
    SUSPENDED("pause-circle"),
    HELD("lock"),
    STARTING("play-circle"),
    STOPPING("dash-circle"),
    DONE("check-circle"),
    FAILED("x-octagon-fill"),
    FAILING("arrow-clockwise"),
    UNKNOWN("question-circle"),
    FREE("circle"),
    FULL("circle-fill"),
    PARTLY("circle-half"),
    CORDONED("cone-striped"),
    WARNING("exclamation-triangle-fill"),
    LIVE("plug"),
    CONNECTING("arrow-repeat"),
    STALE("clock-history"),
    SCHEDULED("clock"),
    CONSENT("shield-lock"),
    REFUSED("shield-x"),
    CLOSED("slash-circle"),
    LOGS("file-earmark-text"),
    SHELL("terminal"),
    FORWARD("plug"),
    SUBMIT("file-earmark-plus"),
    PLACE("pin-map"),
    BOARD("grid-3x3-gap"),
    DRAIN("box-arrow-right"),
    UNDO("arrow-counterclockwise"),
    RESUME("play"),
    PAUSE("pause"),
    ABORT("stop-circle"),
    PROTECTED("shield"),
    PRODUCTION("p-square-fill"),
    LOCKED("lock-fill"),
    UNLOCKED("unlock"),
    COPY("copy"),
    EXPORT("download"),
    SHOW("geo-alt"),
    RETRY("arrow-clockwise"),
    OPEN("folder2-open"),
    INFO("info-circle"),
    FIX("wrench"),
    FITS("check-lg"),
    FITS_IF("exclamation-lg"),
    DOES_NOT_FIT("x-lg"),
    CLEAR("x"),
    IRREVERSIBLE("exclamation-octagon-fill"),
    SIMULATED("joystick"),
    EVENT("card-list"),
    LABEL("tag"),
    TEXT("file-earmark-text"),
    SCALE("arrows-expand"),
    PRIORITY("chevron-double-up"),
    OLDER("chevron-up"),
    NEWER("chevron-down"),
    REQUEUE("arrow-repeat"),
    DELETE("trash");

    private final String file;

    Icon(String file) {
        this.file = file;
    }

    /** Path within the bundle. */
    public String path() {
        return "/icons/" + file + ".svg";
    }
}
