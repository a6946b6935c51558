using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Browser.Tests;

/// <summary>What is looked for on every page, whatever it is about.</summary>
internal static class Look
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    private const string FindViolations =
        """
        async () => {
          const found = await axe.run({
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
          });
          return found.violations.map(v => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')})`);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The page has a heading and is in a language: labels, buttons and heads of columns. Names of people in them are marked <c>translate="no"</c>, words that the law has in one language with that <c>lang</c>.</summary>
    public static async Task LookOverAsync(this IPage page, Language language)
    {
        Assert.Equal(TagOf(language), await page.Locator("html").GetAttributeAsync("lang"));
        Assert.False(string.IsNullOrWhiteSpace(await page.Locator("h1").First.InnerTextAsync()), $"{page.Url} has no heading.");
        var foreign = language switch { Language.Ru => "[әғқңөұүһі]", Language.En => "[а-яәғқңөұүһі]", _ => null };
        if (foreign is not null)
        {
            var found = await page.EvaluateAsync<string[]>(
                """
                letters => [...document.querySelectorAll('nav a, main label, main legend, main th, main dt, main button, main a.btn, main .hint')]
                  .filter(e => !e.closest('.level, [lang]:not(html)'))
                  .map(e => { const copy = e.cloneNode(true); copy.querySelectorAll('.visually-hidden, [translate=no], [lang]').forEach(h => h.remove()); return copy.textContent.trim(); })
                  .filter(text => new RegExp(letters, 'i').test(text))
                """,
                foreign);
            Assert.True(found.Length == 0, $"{page.Url} in {language} says: {string.Join(" | ", found)}");
        }
    }

    // what stands out of its card, unless it lies in a part that scrolls by itself or is kept for screen readers
    private const string FindOverhang =
        """
        () => [...document.querySelectorAll('main .card')].flatMap(card => {
          const edge = card.getBoundingClientRect().right + 1;
          const scrolls = e => getComputedStyle(e).overflowX !== 'visible' || (e !== card && scrolls(e.parentElement));
          return [...card.querySelectorAll('table, form, p, ul, dl, pre, .chip, .btn')]
            .filter(e => e.getBoundingClientRect().right > edge && !e.closest('.visually-hidden') && !scrolls(e.parentElement))
            .map(e => `${e.tagName} ${e.textContent.trim().slice(0, 40)}`);
        }).slice(0, 3)
        """;

    /// <summary>Neither the page scrolls sideways nor does anything stand out of its card, on a phone and on a desktop.</summary>
    public static async Task FitsAsync(this IPage page)
    {
        foreach (var width in new[] { Phone, Desktop })
        {
            await page.SetViewportSizeAsync(width, 860);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            Assert.True(over <= 0, $"{page.Url} scrolls {over} px sideways at {width} px.");
            var overhang = await page.EvaluateAsync<string[]>(FindOverhang);
            Assert.True(overhang.Length == 0, $"{page.Url} at {width} px, out of its card: {string.Join(" | ", overhang)}");
        }
    }

    /// <summary>axe finds nothing in the page. It is run in the page itself, which has no frames: six times as fast as by its package for Playwright.</summary>
    public static async Task SearchAsync(this IPage page)
    {
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(FindViolations);
        Assert.True(found.Length == 0, $"{page.Url}: {string.Join("; ", found)}");
    }

    /// <summary>Two-letter code of a language.</summary>
    public static string TagOf(Language language) => language switch { Language.Ru => "ru", Language.En => "en", _ => "kk" };
}
