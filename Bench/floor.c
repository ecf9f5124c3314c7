/* The floor: the least that setting these pages can cost.
 *
 * A bare loop over HarfBuzz and Cairo, with no composition, no checks and no model, that paints the same runs of
 * text as press does with the same fonts. What press takes beyond this is what press itself costs.
 *
 *     cc -O2 -o floor floor.c $(pkg-config --cflags --libs cairo harfbuzz freetype2)
 *     ./floor runs.tsv out.pdf
 *
 * Input: UTF-8 lines, fields parted by tabs, lengths in points from the page's top left corner:
 *
 *     page <width> <height>                     a new page
 *     run <face file> <size> <x> <y> <text>     text from the origin (x, y) of its first glyph
 *
 * Every run is shaped as Chinese (Hani, zh-Hans), left to right, and painted with the advances that the font gives:
 * lines that press justified come out solid. Exit code 0: done; 1: the world failed; 2: wrong input.
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <hb.h>
#include <hb-ot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ft2build.h>
#include FT_FREETYPE_H

enum { max_fonts = 256, max_glyphs = 4096 };

/* One face at one size. */
struct font {
    char *file;
    double size;
    hb_font_t *shaper;
    cairo_scaled_font_t *painter;
};

static struct font fonts[max_fonts];
static int font_count;
static FT_Library library;

static void fail(const char *what, const char *name) {
    fprintf(stderr, "floor: %s: %s\n", what, name);
    exit(1);
}

static cairo_font_face_t *painted_face(const char *file) {
    static struct { char *file; cairo_font_face_t *face; } known[max_fonts];
    static int count;
    for (int i = 0; i < count; i++)
        if (!strcmp(known[i].file, file)) return known[i].face;
    FT_Face outlines;
    if (count == max_fonts || FT_New_Face(library, file, 0, &outlines)) fail("no such font", file);
    known[count].file = strdup(file);
    known[count].face = cairo_ft_font_face_create_for_ft_face(outlines, FT_LOAD_NO_HINTING);
    return known[count++].face;
}

static struct font *font_for(const char *file, double size) {
    for (int i = font_count - 1; i >= 0; i--)
        if (fonts[i].size == size && !strcmp(fonts[i].file, file)) return &fonts[i];
    if (font_count == max_fonts) fail("too many fonts", file);
    struct font *font = &fonts[font_count++];
    font->file = strdup(file);
    font->size = size;

    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
    if (!blob) fail("no such font", file);
    hb_face_t *face = hb_face_create(blob, 0);
    font->shaper = hb_font_create(face);
    hb_font_set_scale(font->shaper, size * 65536, size * 65536);
    hb_face_destroy(face);
    hb_blob_destroy(blob);

    cairo_matrix_t matrix, identity;
    cairo_matrix_init_scale(&matrix, size, size);
    cairo_matrix_init_identity(&identity);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    font->painter = cairo_scaled_font_create(painted_face(file), &matrix, &identity, options);
    cairo_font_options_destroy(options);
    return font;
}

/* Shapes and paints one run. Returns the number of glyphs. */
static unsigned set_run(cairo_t *page, hb_buffer_t *buffer, struct font *font, double x, double y, const char *text) {
    static cairo_glyph_t glyphs[max_glyphs];
    static cairo_text_cluster_t clusters[max_glyphs];
    unsigned count, length = strlen(text);
    int cluster_count = 0;

    hb_buffer_clear_contents(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, hb_language_from_string("zh-Hans", -1));
    hb_buffer_add_utf8(buffer, text, length, 0, length);
    hb_shape(font->shaper, buffer, NULL, 0);
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    if (count > max_glyphs) fail("too many glyphs in a run", text);

    for (unsigned i = 0; i < count; i++) {
        glyphs[i].index = infos[i].codepoint;
        glyphs[i].x = x + places[i].x_offset / 65536.0;
        glyphs[i].y = y - places[i].y_offset / 65536.0;
        x += places[i].x_advance / 65536.0;
        if (i > 0 && infos[i].cluster == infos[i - 1].cluster) {
            clusters[cluster_count - 1].num_glyphs++;
            continue;
        }
        unsigned end = length;
        for (unsigned j = i + 1; j < count; j++)
            if (infos[j].cluster != infos[i].cluster) {
                end = infos[j].cluster;
                break;
            }
        clusters[cluster_count].num_bytes = end - infos[i].cluster;
        clusters[cluster_count++].num_glyphs = 1;
    }
    cairo_set_scaled_font(page, font->painter);
    cairo_show_text_glyphs(page, text, length, glyphs, count, clusters, cluster_count, 0);
    return count;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: floor runs.tsv out.pdf\n");
        return 2;
    }
    FILE *input = fopen(arguments[1], "r");
    if (!input) fail("cannot read", arguments[1]);
    if (FT_Init_FreeType(&library)) fail("no", "FreeType");
    cairo_surface_t *document = cairo_pdf_surface_create(arguments[2], 1, 1);
    cairo_t *page = cairo_create(document);
    hb_buffer_t *buffer = hb_buffer_create();

    char *line = NULL;
    size_t room = 0;
    unsigned long pages = 0, runs = 0, glyphs = 0;
    while (getline(&line, &room, input) > 0) {
        char *rest = line, *kind = strsep(&rest, "\t\n");
        if (!strcmp(kind, "page") && rest) {
            if (pages++) cairo_show_page(page);
            double width = strtod(strsep(&rest, "\t\n"), NULL);
            double height = rest ? strtod(strsep(&rest, "\t\n"), NULL) : 0;
            cairo_pdf_surface_set_size(document, width, height);
        } else if (!strcmp(kind, "run") && rest && pages) {
            char *field[5];
            for (int i = 0; i < 5; i++)
                if (!(field[i] = strsep(&rest, i < 4 ? "\t" : "\n"))) {
                    fprintf(stderr, "floor: run %lu has too few fields\n", runs + 1);
                    return 2;
                }
            struct font *font = font_for(field[0], strtod(field[1], NULL));
            glyphs += set_run(page, buffer, font, strtod(field[2], NULL), strtod(field[3], NULL), field[4]);
            runs++;
        } else {
            fprintf(stderr, "floor: what is “%s”?\n", kind);
            return 2;
        }
    }
    if (pages) cairo_show_page(page);
    cairo_surface_finish(document);
    if (cairo_status(page) || cairo_surface_status(document)) fail("Cairo failed", arguments[2]);
    printf("%lu pages, %lu runs, %lu glyphs\n", pages, runs, glyphs);
    cairo_destroy(page);
    cairo_surface_destroy(document);
    hb_buffer_destroy(buffer);
    free(line);
    fclose(input);
    return 0;
}
