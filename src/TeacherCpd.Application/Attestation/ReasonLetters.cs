using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Drafts letters of reasons from votes and criteria.</summary>
internal static class ReasonLetters
{
    /// <summary>Drafts the letter of a decision in the candidate's language; English has no letters, those get Kazakh.</summary>
    public static async Task DraftLetterAsync(
        this IAppDbContext db, Protocol protocol, AttestationCase attestationCase, Evaluation evaluation, DateTime now, CancellationToken cancellationToken)
    {
        var candidate = await db.Persons
            .Where(p => p.Id == attestationCase.PersonId)
            .Select(p => new { p.GivenName, p.Patronymic, p.Language })
            .SingleAsync(cancellationToken);
        var language = candidate.Language == Language.Ru ? Language.Ru : Language.Kk;
        var text = Text(language, $"{candidate.GivenName} {candidate.Patronymic}".Trim(), protocol, attestationCase, evaluation);
        db.ReasonLetters.Add(new ReasonLetter
        {
            ProtocolId = protocol.Id,
            CaseId = attestationCase.Id,
            Language = language,
            DraftedAt = now,
            Text = text.Length <= ReasonLetter.TextLength ? text : text[..ReasonLetter.TextLength],
        });
    }

    /// <summary>The letter of a case in the scope of a secretary, who is not the candidate.</summary>
    public static async Task<ReasonLetter?> LetterToApproveAsync(this IAppDbContext db, CurrentUser user, Guid caseId, CancellationToken cancellationToken)
    {
        var cases = db.AttestationCases
            .Where(c => c.Id == caseId && c.PersonId != user.Me && db.Commissions.Any(k => k.Id == c.CommissionId && k.SecretaryId == user.Me))
            .Select(c => c.Id);
        return await db.ReasonLetters.SingleOrDefaultAsync(l => cases.Contains(l.CaseId), cancellationToken);
    }

    private static string Text(Language language, string name, Protocol protocol, AttestationCase attestationCase, Evaluation evaluation)
    {
        var paragraphs = new List<string>
        {
            Say("letter.greeting", name),
            Say("letter.decision", protocol.Number, Clock.DayOf(protocol.DecidedAt), Category(attestationCase.ClaimedCategory)),
            Say(protocol.Conforms ? "letter.conforms" : "letter.conforms_not", protocol.For, protocol.Against),
            protocol.GrantedCategory is { } granted ? Say("letter.granted", Category(granted)) : Say("letter.kept"),
        };
        var missing = evaluation.Requirements.Where(r => r.Met == false).ToList();
        if (missing.Count > 0)
        {
            paragraphs.Add(Say("letter.missing"));
            paragraphs.AddRange(missing.Select(r => Say("letter.requirement", r.Title.In(language), r.Paragraph, r.Needed.In(language), r.Have.In(language))));
        }

        // no member is named, and the same reason of two is told once
        var reasons = attestationCase.CountedVotes
            .Where(v => !v.Conforms && v.Reason.Length > 0)
            .Select(v => v.Reason.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (reasons.Count > 0)
        {
            paragraphs.Add(Say("letter.reasons"));
            paragraphs.AddRange(reasons.Select(r => $"– {r}"));
        }

        paragraphs.Add(Say(protocol.Conforms && missing.Count == 0 ? "letter.next.done" : "letter.next"));
        paragraphs.Add(Say("letter.appeal"));
        return string.Join('\n', paragraphs);

        string Say(string key, params object?[] args) => TextCatalogue.Get(language, key, args);
        string Category(string code) => TextCatalogue.Get(language, $"category.{code}");
    }
}
