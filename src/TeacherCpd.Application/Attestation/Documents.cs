using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Papers of attestation.</summary>
public enum AttestationPaper
{
    /// <summary>Protocol of a sitting (order 83, appendix 5).</summary>
    Protocol,

    /// <summary>Extract from it for one candidate (appendix 6).</summary>
    Extract,

    /// <summary>Order that rests on it (paragraph 26).</summary>
    Order,

    /// <summary>Letter of reasons.</summary>
    Letter,
}

/// <summary>Sets the papers of attestation in words; how they are drawn is another matter.</summary>
internal static class Documents
{
    /// <summary>The protocol of a sitting, in the four parts of appendix 5.</summary>
    public static async Task<PrintedSheet?> ProtocolAsync(IAppDbContext db, Sitting sitting, Language language, CancellationToken cancellationToken)
    {
        if (sitting.Number is null || sitting.OpenedAt is not { } opened)
        {
            return null;
        }

        var commission = await db.Commissions.AsNoTracking().Include(c => c.Members).SingleAsync(c => c.Id == sitting.CommissionId, cancellationToken);
        var ids = commission.Members.Select(m => m.PersonId).Append(commission.SecretaryId).ToList();
        var names = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.SortKey).ToListAsync(cancellationToken);
        var there = sitting.Presences.Select(p => p.MemberId).ToHashSet();
        var chair = commission.Members.Where(m => m.IsChair).Select(m => m.PersonId).FirstOrDefault();
        var rows = await RowsAsync(db, sitting.Id, cancellationToken);
        string Say(string key, params object?[] args) => TextCatalogue.Get(language, key, args);
        string Words(DecidedRow row, int place) => Say(
            "paper.row", place, row.Candidate, Category(language, row.Current), Category(language, row.Claimed), Given(language, row), row.For, row.Against);
        PrintedSection Part(string key, Func<DecidedRow, bool> of)
        {
            var chosen = rows.Where(of).ToList();
            return new PrintedSection(Say(key), "", chosen.Count == 0 ? [Say("paper.nobody")] : [.. chosen.Select((r, i) => Words(r, i + 1))]);
        }

        return new PrintedSheet(
            Say("paper.protocol", sitting.Number),
            [
                new(Say("attestation.commission"), commission.Name.In(language)),
                new(Say("paper.on"), Day(language, Clock.DayOf(opened))),
                new(Say("attestation.protocol.chair"), names.Find(p => p.Id == chair)?.FullName ?? "—"),
                new(Say("commissions.secretary"), names.Single(p => p.Id == commission.SecretaryId).FullName),
                new(Say("sittings.recording"), sitting.Recording ?? "—"),
            ],
            [
                new(Say("sittings.present"), "", [.. names.Where(p => there.Contains(p.Id)).Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {p.FullName}"))]),
                Part("paper.conforms", r => r.Conforms),
                Part("paper.conforms_not", r => !r.Conforms),
                Part("paper.kept", r => !r.Conforms && r.Granted is null && r.Current is not null),
                Part("paper.lower", r => !r.Conforms && r.Granted is not null),
                new(Say("paper.signatures"), "",
                [
                    Say("paper.sign", Say("attestation.protocol.chair"), names.Find(p => p.Id == chair)?.FullName ?? ""),
                    .. names.Where(p => there.Contains(p.Id) && p.Id != chair).Select(p => Say("paper.sign", Say("commissions.member"), p.FullName)),
                    Say("paper.sign", Say("commissions.secretary"), names.Single(p => p.Id == commission.SecretaryId).FullName),
                ]),
            ],
            sitting.Number,
            Clock.DayOf(sitting.ClosedAt ?? opened));
    }

    /// <summary>The order: who is given which category, on which ground.</summary>
    public static async Task<PrintedSheet> OrderAsync(IAppDbContext db, AttestationOrder order, Language language, CancellationToken cancellationToken)
    {
        var about = await (
            from sitting in db.Sittings
            join commission in db.Commissions on sitting.CommissionId equals commission.Id
            join seat in db.Organisations on commission.OrganisationId equals seat.Id
            where sitting.Id == order.SittingId
            select new { sitting.Number, seat.Name }).SingleAsync(cancellationToken);
        var rows = await RowsAsync(db, order.SittingId, cancellationToken);
        string Say(string key, params object?[] args) => TextCatalogue.Get(language, key, args);
        return new PrintedSheet(
            Say("paper.order", order.Number),
            [
                new(Say("commissions.organisation"), about.Name.In(language)),
                new(Say("paper.on"), Day(language, order.On)),
                new(Say("paper.ground"), Say("paper.protocol", about.Number)),
            ],
            [
                new(Say("paper.order.gives"), "",
                [
                    .. rows.Where(r => r.Granted is not null).Select((r, i) => Say(
                        "paper.order.row", i + 1, r.Candidate, r.Organisation.In(language), Category(language, r.Granted), r.Number, r.ValidUntil)),
                ]),
                new(Say("paper.signatures"), "", [Say("paper.sign", Say("paper.head"), order.SignedBy)]),
            ],
            order.Number,
            order.On);
    }

    /// <summary>The extract for one candidate; without the single votes.</summary>
    public static PrintedSheet Extract(ProtocolView view, string? sittingNumber, Language language)
    {
        string Say(string key, params object?[] args) => TextCatalogue.Get(language, key, args);
        return new PrintedSheet(
            Say("paper.extract", sittingNumber ?? view.Number),
            [
                new(Say("attestation.commission"), view.Commission.In(language)),
                new(Say("paper.on"), Day(language, Clock.DayOf(view.DecidedAt))),
                new(Say("attestation.candidate"), view.Candidate),
                new(Say("attestation.organisation"), view.Organisation.In(language)),
                new(Say("attestation.current"), Category(language, view.Current)),
                new(Say("attestation.claimed"), Category(language, view.Claimed)),
                new(Say("attestation.outcome"), Say(view.Conforms ? "attestation.conforms" : "attestation.conforms_not")),
                new(Say("attestation.granted"), view.Granted is null ? Say("attestation.kept") : Category(language, view.Granted)),
                new(Say("attestation.protocol.count"), Say("attestation.protocol.counts", view.For, view.Against)),
            ],
            [
                new(Say("attestation.requirements"), "",
                [
                    .. view.Requirements.Select(r => Say("letter.requirement", r.Title.In(language), r.Paragraph, r.Needed.In(language), r.Have.In(language))),
                ]),
                new(Say("paper.signatures"), "", [Say("paper.sign", Say("commissions.secretary"), "")]),
            ],
            view.Number,
            Clock.DayOf(view.DecidedAt));
    }

    /// <summary>The letter of reasons, in the language it was approved in.</summary>
    public static PrintedSheet Letter(ReasonLetter letter, string caseNumber) => new(
        TextCatalogue.Get(letter.Language, "letter.title", letter.Number),
        [
            new(TextCatalogue.Get(letter.Language, "attestation.protocol.case"), caseNumber),
            new(TextCatalogue.Get(letter.Language, "paper.on"), Day(letter.Language, Clock.DayOf(letter.ApprovedAt!.Value))),
        ],
        [new("", "", letter.Text.Split('\n'))],
        letter.Number!,
        Clock.DayOf(letter.ApprovedAt!.Value));

    private static async Task<List<DecidedRow>> RowsAsync(IAppDbContext db, Guid sittingId, CancellationToken cancellationToken) => await (
        from protocol in db.Protocols
        join attestationCase in db.AttestationCases on protocol.CaseId equals attestationCase.Id
        join person in db.Persons on attestationCase.PersonId equals person.Id
        join organisation in db.Organisations on attestationCase.OrganisationId equals organisation.Id
        where protocol.SittingId == sittingId
        orderby protocol.Number
        select new DecidedRow(
            protocol.Number,
            person.FamilyName + " " + person.GivenName + (person.Patronymic == null ? "" : " " + person.Patronymic),
            organisation.Name,
            attestationCase.CurrentCategory,
            attestationCase.ClaimedCategory,
            protocol.GrantedCategory,
            protocol.Conforms,
            protocol.For,
            protocol.Against,
            db.CategoryRecords.Where(r => r.CaseId == attestationCase.Id).Select(r => r.ValidUntil).FirstOrDefault()))
        .ToListAsync(cancellationToken);

    private static string Given(Language language, DecidedRow row) =>
        row.Granted is null ? TextCatalogue.Get(language, "attestation.kept") : Category(language, row.Granted);

    private static string Category(Language language, string? code) =>
        code is null ? TextCatalogue.Get(language, "attestation.none") : TextCatalogue.Get(language, $"category.{code}");

    private static string Day(Language language, DateOnly day) => day.ToString("d", TextCatalogue.CultureOf(language));

    private sealed record DecidedRow(
        string Number, string Candidate, LocalizedText Organisation, string? Current, string Claimed, string? Granted, bool Conforms, int For, int Against, DateOnly? ValidUntil);
}
