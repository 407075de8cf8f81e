// Walks libyaml's events over all files named on standard input, one a line, and prints how many there were: the least
// that any program does that reads the same files with libyaml, on one thread.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static long walk(const unsigned char *bytes, size_t size) {
    yaml_parser_t parser;
    yaml_event_t event;
    long events = 0;
    int is_done = 0;
    if (!yaml_parser_initialize(&parser)) return -1;
    yaml_parser_set_input_string(&parser, bytes, size);
    while (!is_done) {
        if (!yaml_parser_parse(&parser, &event)) {
            events = -1;
            break;
        }
        is_done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        events++;
    }
    yaml_parser_delete(&parser);
    return events;
}

static unsigned char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    unsigned char *bytes = NULL;
    long length;
    if (!file) return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (length = ftell(file)) >= 0 && (bytes = malloc((size_t)length + 1))) {
        rewind(file);
        *size = fread(bytes, 1, (size_t)length, file);
    }
    fclose(file);
    return bytes;
}

int main(void) {
    char path[4096];
    long total = 0;
    while (fgets(path, sizeof path, stdin)) {
        size_t size = 0;
        path[strcspn(path, "\n")] = 0;
        unsigned char *bytes = read_file(path, &size);
        long events = bytes ? walk(bytes, size) : -1;
        free(bytes);
        if (events < 0) {
            fprintf(stderr, "cannot read %s\n", path);
            return 2;
        }
        total += events;
    }
    printf("%ld events\n", total);
    return 0;
}
