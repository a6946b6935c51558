using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Certificates;

/// <summary>
/// Everything that the user holds, to take away: each certificate as PDF with its signature and as credential, the public keys, and a
/// page that lists it together with categories and development outside courses. It needs neither this site nor an account to be read.
/// </summary>
/// <param name="Language">Language of the page.</param>
[SignedIn]
public sealed record ExportMyRecordQuery(Language Language) : IQuery<CertificateFile>;

internal sealed class ExportMyRecordHandler(
    IAppDbContext db, CurrentUser user, ICertificatePrinter printer, VerificationAddress address, IssuerKeys keys, CredentialWriter writer, TimeProvider time, IMediator mediator)
    : IRequestHandler<ExportMyRecordQuery, Result<CertificateFile>>
{
    public async Task<Result<CertificateFile>> Handle(ExportMyRecordQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        if (await db.ActiveKeyAsync(cancellationToken) is not { } key)
        {
            return new NotSealedYet();
        }

        var signing = keys.Open(key);
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == me, cancellationToken);
        var certificates = await db.Certificates.AsNoTracking().Where(c => c.PersonId == me).OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id).ToListAsync(cancellationToken);
        var subjects = certificates.ConvertAll(c => c.SubjectId);
        var endorsements = (await (
            from endorsement in db.CertificateEndorsements.AsNoTracking()
            where EF.Parameter(subjects).Contains(endorsement.SubjectId)
            join observer in db.Persons on endorsement.ObserverId equals observer.Id
            orderby endorsement.At, endorsement.Id
            select new { Endorsement = endorsement, Observer = observer.FamilyName + " " + observer.GivenName }).ToListAsync(cancellationToken))
            .ToLookup(e => e.Endorsement.SubjectId, e => (e.Endorsement, e.Observer));
        var templates = await db.CertificateTemplates.AsNoTracking().ToListAsync(cancellationToken);
        var now = time.UtcNow();
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var certificate in certificates)
            {
                var words = templates.Find(t => t.Kind == certificate.Kind && t.Number == certificate.TemplateNumber)?.Text ?? CertificateTemplate.Bundled[certificate.Kind];
                var pdf = printer.Print(new CertificatePrint(CertificateFacts.Of(certificate), words, address.Of(certificate.VerificationCode)));
                await AddAsync(zip, $"{certificate.Serial}.pdf", pdf, now, cancellationToken);
                await AddAsync(zip, $"{certificate.Serial}.pdf.jws", Encoding.ASCII.GetBytes(Jws.SignDetached(signing, pdf)), now, cancellationToken);
                var token = writer.Write(certificate, [.. endorsements[certificate.SubjectId]], words, signing, now);
                await AddAsync(zip, $"{certificate.Serial}.jwt", Encoding.ASCII.GetBytes(token), now, cancellationToken);
            }

            var published = await mediator.Send(new GetKeySetQuery(), cancellationToken);
            await AddAsync(zip, "jwks.json", Encoding.UTF8.GetBytes(published.Value.ToJsonString()), now, cancellationToken);
            var index = await IndexAsync(request.Language, person.FullName, certificates, now, cancellationToken);
            await AddAsync(zip, "index.html", Encoding.UTF8.GetBytes(index), now, cancellationToken);
        }

        return new CertificateFile($"{TextCatalogue.Get(request.Language, "certificates.everything.file")} {person.FullName}.zip", output.ToArray());
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, DateTime at, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(at, TimeSpan.Zero);
        await using var stream = await entry.OpenAsync(cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
    }

    private async Task<string> IndexAsync(Language language, string name, IReadOnlyList<Certificate> certificates, DateTime now, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var categories = await db.CategoryRecords.AsNoTracking().Where(c => c.PersonId == me).OrderByDescending(c => c.GrantedOn).ToListAsync(cancellationToken);
        var activities = await db.DevelopmentActivities.AsNoTracking()
            .Where(a => a.PersonId == me && a.Status == ActivityStatus.Confirmed)
            .OrderByDescending(a => a.To)
            .ToListAsync(cancellationToken);
        var page = new IndexPage(language);
        page.Heading(1, name);
        page.Line(page.Text("certificates.everything.made", Clock.DayOf(now)));
        page.Line(page.Text("certificates.everything.check"));
        page.Heading(2, page.Text("nav.my_certificates"));
        page.Table(
            [page.Text("certificates.serial"), page.Text("certificates.kind"), page.Text("certificates.programme"), page.Text("certificates.issued_on"), page.Text("certificates.state"), page.Text("certificates.everything.files")],
            certificates.Select(c => (string[])
            [
                IndexPage.Encoded(c.Serial),
                IndexPage.Encoded(page.Text($"enum.CertificateKind.{c.Kind}")),
                IndexPage.Encoded(c.ProgrammeTitle.In(language)),
                page.Day(c.ReissuedOn ?? c.IssuedOn),
                IndexPage.Encoded(page.Text($"enum.CertificateStatus.{c.Status}")),
                $"<a href=\"{IndexPage.Encoded(c.Serial)}.pdf\">PDF</a> <a href=\"{IndexPage.Encoded(c.Serial)}.jwt\">Open Badges 3.0</a> <a href=\"{IndexPage.Encoded(address.Of(c.VerificationCode).AbsoluteUri)}\">{IndexPage.Encoded(page.Text("certificates.public_page"))}</a>",
            ]));
        page.Heading(2, page.Text("record.category"));
        page.Table(
            [page.Text("certificates.category"), page.Text("certificates.issued_on"), page.Text("certificates.valid_from_to"), page.Text("certificates.grounds")],
            categories.Select(c => (string[])
            [
                IndexPage.Encoded(page.Text($"category.{c.Category}")),
                page.Day(c.GrantedOn),
                c.ValidUntil is { } until ? page.Day(until) : IndexPage.Encoded(page.Text("certificates.no_end")),
                IndexPage.Encoded(c.Ground),
            ]));
        page.Heading(2, page.Text("record.activities"));
        page.Table(
            [page.Text("development.name"), page.Text("development.days"), page.Text("development.hours")],
            activities.Select(a => (string[])[IndexPage.Encoded($"{a.Title} · {a.Organiser}"), $"{page.Day(a.From)} – {page.Day(a.To)}", IndexPage.Encoded($"{a.Hours}")]));
        return page.ToString();
    }

    /// <summary>A page that stands by itself: no script, no style of another file.</summary>
    private sealed class IndexPage(Language language)
    {
        private readonly StringBuilder body = new();

        public string Text(string key, params IReadOnlyList<object?> args) => TextCatalogue.Get(language, key, args);

        public static string Encoded(string text) => WebUtility.HtmlEncode(text);

        public string Day(DateOnly day) => day.ToString("d", TextCatalogue.CultureOf(language));

        public void Heading(int level, string text) => body.Append(CultureInfo.InvariantCulture, $"<h{level}>{Encoded(text)}</h{level}>\n");

        public void Line(string text) => body.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(text)}</p>\n");

        /// <summary>A table; the cells are encoded already.</summary>
        public void Table(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
        {
            var all = rows.ToList();
            if (all.Count == 0)
            {
                Line("—");
                return;
            }

            body.Append("<table>\n<thead><tr>");
            body.AppendJoin("", heads.Select(h => $"<th scope=\"col\">{Encoded(h)}</th>"));
            body.Append("</tr></thead>\n<tbody>\n");
            body.AppendJoin("", all.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>\n"));
            body.Append("</tbody>\n</table>\n");
        }

        public override string ToString()
        {
            var code = language switch { Language.Ru => "ru", Language.En => "en", _ => "kk" };
            return $$"""
                <!doctype html>
                <html lang="{{code}}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{{Encoded(Text("certificates.everything"))}}</title>
                <style>
                body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; width: 100%; }
                th, td { border: 1px solid #8a979c; padding: .3rem .5rem; text-align: left; vertical-align: top; }
                </style>
                </head>
                <body>
                <main>
                {{body}}</main>
                </body>
                </html>
                """;
        }
    }
}
