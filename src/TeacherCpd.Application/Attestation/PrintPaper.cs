using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// A paper of attestation as a file: the protocol of a sitting and the order for the secretary and the members, the extract for
/// whoever may read the protocol, the letter for the candidate once it is approved, and for the secretary.
/// </summary>
/// <param name="Paper">Paper.</param>
/// <param name="Id">Sitting of a protocol or order; protocol of an extract or letter.</param>
/// <param name="Language">Kazakh or Russian; a letter has its own.</param>
/// <param name="AsDocx">As a document to write on in, or as a PDF.</param>
[SignedIn]
public sealed record PrintPaperQuery(AttestationPaper Paper, Guid Id, Language Language, bool AsDocx) : IQuery<ResultFile>;

/// <summary>Writes a sheet as a docx document.</summary>
public interface IDocxPrinter
{
    /// <summary>The document. The same sheet always gives the same bytes.</summary>
    byte[] Print(PrintedSheet sheet);
}

internal sealed class PrintPaperHandler(IAppDbContext db, CurrentUser user, IMediator mediator, IResultPrinter pdf, IDocxPrinter docx)
    : IRequestHandler<PrintPaperQuery, Result<ResultFile>>
{
    public async Task<Result<ResultFile>> Handle(PrintPaperQuery request, CancellationToken cancellationToken)
    {
        var language = request.Language == Language.Ru ? Language.Ru : Language.Kk;
        var sheet = request.Paper switch
        {
            AttestationPaper.Protocol => await ProtocolAsync(request.Id, language, cancellationToken),
            AttestationPaper.Order => await OrderAsync(request.Id, language, cancellationToken),
            AttestationPaper.Extract => await ExtractAsync(request.Id, language, cancellationToken),
            AttestationPaper.Letter => await LetterAsync(request.Id, cancellationToken),
        };
        return sheet is null
            ? new NotFound()
            : new ResultFile($"{sheet.Foot}.{(request.AsDocx ? "docx" : "pdf")}", request.AsDocx ? docx.Print(sheet) : pdf.Print(sheet));
    }

    // of a case in which a member has no part the protocol of the sitting would tell: such a member gets it from nobody
    private async Task<Sitting?> SittingAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = user.Me;
        return await db.Sittings.AsNoTracking()
            .Where(s => s.Id == id && db.Commissions.Any(c => c.Id == s.CommissionId
                && (c.SecretaryId == me || (c.Members.Any(m => m.PersonId == me && m.Status == CommissionMemberStatus.Serving)
                    && !db.AttestationCases.Any(a => s.Items.Any(i => i.CaseId == a.Id) && a.Recusals.Any(r => r.MemberId == me))))))
            .Include(s => s.Presences)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<PrintedSheet?> ProtocolAsync(Guid id, Language language, CancellationToken cancellationToken) =>
        await SittingAsync(id, cancellationToken) is { } sitting ? await Documents.ProtocolAsync(db, sitting, language, cancellationToken) : null;

    private async Task<PrintedSheet?> OrderAsync(Guid id, Language language, CancellationToken cancellationToken) =>
        await SittingAsync(id, cancellationToken) is not null
            && await db.AttestationOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SittingId == id, cancellationToken) is { } order
                ? await Documents.OrderAsync(db, order, language, cancellationToken)
                : null;

    private async Task<PrintedSheet?> ExtractAsync(Guid id, Language language, CancellationToken cancellationToken)
    {
        var view = await mediator.Send(new GetProtocolQuery(id), cancellationToken);
        if (view.Error is not null)
        {
            return null;
        }

        var sitting = await (
            from protocol in db.Protocols
            join held in db.Sittings on protocol.SittingId equals held.Id
            where protocol.Id == id
            select held.Number).SingleOrDefaultAsync(cancellationToken);
        return Documents.Extract(view.Value, sitting, language);
    }

    private async Task<PrintedSheet?> LetterAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var found = await (
            from letter in db.ReasonLetters
            join attestationCase in db.AttestationCases on letter.CaseId equals attestationCase.Id
            where letter.ProtocolId == id && letter.Status == ReasonLetterStatus.Approved
                && (attestationCase.PersonId == me || db.Commissions.Any(c => c.Id == attestationCase.CommissionId && c.SecretaryId == me))
            select new { Letter = letter, attestationCase.Number }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : Documents.Letter(found.Letter, found.Number);
    }
}
