// SPDX-License-Identifier: Apache-2.0
// A libcuda.so.1 without a GPU, for JCuda to be loaded upon. CUDA_STUB names a file of lines "name value":
//   init CODE            what cuInit answers                 devices N           how many there are (2)
//   host BYTES_PER_S     speed with the host (25e9)          peer BYTES_PER_S    speed between devices (200e9)
//   access 0|1           peer access (1)                     start SECONDS       cost of each copy (2e-6)
//   fail FUNCTION        answers 999                         slow FROM TO SPEED  speed of one way between devices
// CUDA_STUB_LOG names a file that gets one line a call that changes something. Time is that of the stub: a copy takes as
// long as its size and the speed say. What is used after it was given back, or given back twice, answers 709 or 1.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int CUresult;
typedef int CUdevice;
typedef unsigned long long CUdeviceptr;

enum { DEVICES = 16, THINGS = 64, CONTEXT_DESTROYED = 709, INVALID_VALUE = 1, INVALID_CONTEXT = 201 };

struct context { int device, users, flags, reach[DEVICES]; double time; };
struct thing { void *at; size_t bytes; int device, host; };
struct event { int live; double time; };

static struct context contexts[DEVICES];
static struct thing things[THINGS];
static struct event events[THINGS];
static int streams[THINGS];
static __thread struct context *current;

static int line_of(const char *name, char *rest, size_t size) {
    const char *file = getenv("CUDA_STUB");
    FILE *in = file ? fopen(file, "r") : NULL;
    char line[256];
    int found = 0;
    while (in && !found && fgets(line, sizeof line, in)) {
        size_t length = strlen(name);
        if (!strncmp(line, name, length) && line[length] == ' ') {
            snprintf(rest, size, "%s", line + length + 1);
            rest[strcspn(rest, "\n")] = 0;
            found = 1;
        }
    }
    if (in) fclose(in);
    return found;
}

static double number(const char *name, double otherwise) {
    char rest[256];
    return line_of(name, rest, sizeof rest) ? atof(rest) : otherwise;
}

static void told(const char *words, long number) {
    const char *file = getenv("CUDA_STUB_LOG");
    FILE *out = file ? fopen(file, "a") : NULL;
    if (out) {
        fprintf(out, "%s %ld\n", words, number);
        fclose(out);
    }
}

static int fails(const char *function) {
    char rest[256];
    return line_of("fail", rest, sizeof rest) && !strcmp(rest, function);
}

#define FAIL if (fails(__func__)) return 999
#define CURRENT if (!current || !current->users) return current ? CONTEXT_DESTROYED : INVALID_CONTEXT

CUresult cuInit(unsigned flags) { return (int) number("init", 0); }
CUresult cuDriverGetVersion(int *version) { *version = 12080; return 0; }
CUresult cuDeviceGetCount(int *count) { FAIL; *count = (int) number("devices", 2); return 0; }
CUresult cuDeviceGet(CUdevice *device, int ordinal) { *device = ordinal; return 0; }
CUresult cuDeviceGetName(char *name, int length, CUdevice device) {
    snprintf(name, (size_t) length, "Stub %d", device);
    return 0;
}
CUresult cuDeviceGetUuid(unsigned char *uuid, CUdevice device) {
    memset(uuid, 0x10 + device, 16);
    return 0;
}
CUresult cuDeviceGetAttribute(int *value, int attribute, CUdevice device) {
    switch (attribute) {
        case 16: *value = 132; return 0;
        case 33: *value = 0x1b + device; return 0;
        case 34: *value = 0; return 0;
        case 40: *value = 3; return 0;
        case 50: *value = 0; return 0;
        case 75: *value = 9; return 0;
        case 76: *value = 0; return 0;
        default: return INVALID_VALUE;
    }
}
CUresult cuDeviceCanAccessPeer(int *can, CUdevice one, CUdevice other) { *can = (int) number("access", 1); return 0; }
CUresult cuDeviceGetP2PAttribute(int *value, int attribute, CUdevice one, CUdevice other) {
    *value = attribute == 1 ? 0 : 1;
    return attribute >= 1 && attribute <= 4 ? 0 : INVALID_VALUE;
}

CUresult cuDevicePrimaryCtxGetState(CUdevice device, unsigned *flags, int *active) {
    *flags = (unsigned) contexts[device].flags;
    *active = contexts[device].users > 0;
    return 0;
}
CUresult cuDevicePrimaryCtxSetFlags_v2(CUdevice device, unsigned flags) {
    contexts[device].flags = (int) flags;
    told("flags", (long) flags);
    return 0;
}
CUresult cuDevicePrimaryCtxRetain(struct context **context, CUdevice device) {
    FAIL;
    contexts[device].device = device;
    contexts[device].users++;
    *context = &contexts[device];
    told("retain", device);
    return 0;
}
CUresult cuDevicePrimaryCtxRelease_v2(CUdevice device) {
    if (!contexts[device].users) return INVALID_CONTEXT;
    // as the driver does it: access to a context that is gone is gone
    if (!--contexts[device].users)
        for (int i = 0; i < DEVICES; i++)
            if (contexts[i].reach[device]) {
                contexts[i].reach[device] = 0;
                told("unreach", 10L * i + device);
            }
    told("release", device);
    return 0;
}
CUresult cuCtxSetCurrent(struct context *context) { current = context; return 0; }
CUresult cuCtxEnablePeerAccess(struct context *peer, unsigned flags) {
    FAIL;
    CURRENT;
    if (current->reach[peer->device]) return 704;
    current->reach[peer->device] = 1;
    told("reach", 10L * current->device + peer->device);
    return 0;
}
CUresult cuCtxDisablePeerAccess(struct context *peer) {
    CURRENT;
    if (!peer->users) return CONTEXT_DESTROYED;
    if (!current->reach[peer->device]) return 705;
    current->reach[peer->device] = 0;
    told("unreach", 10L * current->device + peer->device);
    return 0;
}

static struct thing *find(CUdeviceptr at) {
    for (int i = 0; i < THINGS; i++)
        if (things[i].at && (CUdeviceptr) things[i].at == at) return &things[i];
    return NULL;
}
static CUresult keep(void **at, size_t bytes, int host) {
    for (int i = 0; i < THINGS; i++)
        if (!things[i].at) {
            // the stub needs only an address
            *at = things[i].at = malloc(64);
            things[i].bytes = bytes;
            things[i].device = current->device;
            things[i].host = host;
            told(host ? "host" : "alloc", (long) bytes);
            return 0;
        }
    return 2;
}
static CUresult give(CUdeviceptr at, const char *words) {
    struct thing *thing = find(at);
    if (!thing) return INVALID_VALUE;
    free(thing->at);
    thing->at = NULL;
    told(words, (long) thing->bytes);
    return 0;
}
CUresult cuMemAlloc_v2(CUdeviceptr *at, size_t bytes) { FAIL; CURRENT; return keep((void **) at, bytes, 0); }
CUresult cuMemFree_v2(CUdeviceptr at) { CURRENT; return give(at, "free"); }
CUresult cuMemAllocHost_v2(void **at, size_t bytes) { FAIL; CURRENT; return keep(at, bytes, 1); }
CUresult cuMemFreeHost(void *at) { CURRENT; return give((CUdeviceptr) at, "unhost"); }

CUresult cuStreamCreate(int **stream, unsigned flags) {
    CURRENT;
    for (int i = 0; i < THINGS; i++)
        if (!streams[i]) {
            streams[i] = 1;
            *stream = &streams[i];
            told("stream", 1);
            return 0;
        }
    return 2;
}
CUresult cuStreamDestroy_v2(int *stream) {
    if (!*stream) return INVALID_VALUE;
    *stream = 0;
    told("stream", -1);
    return 0;
}
CUresult cuEventCreate(struct event **event, unsigned flags) {
    CURRENT;
    for (int i = 0; i < THINGS; i++)
        if (!events[i].live) {
            events[i].live = 1;
            *event = &events[i];
            told("event", 1);
            return 0;
        }
    return 2;
}
CUresult cuEventDestroy_v2(struct event *event) {
    if (!event->live) return INVALID_VALUE;
    event->live = 0;
    told("event", -1);
    return 0;
}
CUresult cuEventRecord(struct event *event, int *stream) { FAIL; CURRENT; event->time = current->time; return 0; }
CUresult cuEventSynchronize(struct event *event) { FAIL; return event->live ? 0 : INVALID_VALUE; }
CUresult cuEventElapsedTime(float *millis, struct event *begin, struct event *end) {
    *millis = (float) ((end->time - begin->time) * 1000);
    return 0;
}

static CUresult copy(size_t bytes, double speed) {
    current->time += number("start", 2e-6) + (double) bytes / speed;
    return 0;
}
static int fits(CUdeviceptr at, size_t bytes, int host) {
    struct thing *thing = find(at);
    return thing && thing->bytes >= bytes && thing->host == host;
}
CUresult cuMemcpyHtoDAsync_v2(CUdeviceptr to, const void *from, size_t bytes, int *stream) {
    FAIL;
    CURRENT;
    if (!*stream || !fits(to, bytes, 0) || !fits((CUdeviceptr) from, bytes, 1)) return INVALID_VALUE;
    return copy(bytes, number("host", 25e9));
}
CUresult cuMemcpyDtoHAsync_v2(void *to, CUdeviceptr from, size_t bytes, int *stream) {
    FAIL;
    CURRENT;
    if (!*stream || !fits(from, bytes, 0) || !fits((CUdeviceptr) to, bytes, 1)) return INVALID_VALUE;
    return copy(bytes, number("host", 25e9));
}
CUresult cuMemcpyPeerAsync(CUdeviceptr to, struct context *toContext, CUdeviceptr from, struct context *fromContext,
        size_t bytes, int *stream) {
    FAIL;
    CURRENT;
    if (!*stream || !fits(from, bytes, 0) || !fits(to, bytes, 0)) return INVALID_VALUE;
    if (find(from)->device != fromContext->device || find(to)->device != toContext->device) return INVALID_VALUE;
    if (!toContext->users || !fromContext->users) return CONTEXT_DESTROYED;
    char rest[256];
    int one, other;
    double speed = number("peer", 200e9);
    double slow;
    if (line_of("slow", rest, sizeof rest) && sscanf(rest, "%d %d %lf", &one, &other, &slow) == 3
            && one == fromContext->device && other == toContext->device)
        speed = slow;
    return copy(bytes, speed);
}
