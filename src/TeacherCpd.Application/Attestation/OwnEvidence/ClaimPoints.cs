using AutoMapper;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The candidate claims points for criteria.</summary>
/// <param name="Points">Points by criterion of the candidate's sheet.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record ClaimPointsCommand(Guid CaseId, IReadOnlyDictionary<string, int> Points) : ICommand<Done>;

internal sealed class ClaimPointsHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<ClaimPointsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ClaimPointsCommand request, CancellationToken cancellationToken)
    {
        if (await db.OwnCaseForEvidenceAsync(user.Me, request.CaseId, cancellationToken) is not { } own)
        {
            return new NotFound();
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, own, time.Today(), cancellationToken);
        var most = evaluation.Sheet?.Sheet.Criteria.Where(c => evaluation.Criteria.Contains(c.Number)).ToDictionary(c => c.Number, c => c.MostPoints) ?? [];
        var faults = request.Points
            .Where(p => !most.ContainsKey(p.Key)).Select(p => Fault(p.Key, "criterion_not_of_sheet", p.Key))
            .Concat(request.Points.Where(p => most.TryGetValue(p.Key, out var m) && (p.Value < 0 || p.Value > m)).Select(p => Fault(p.Key, "out_of_range", 0, most[p.Key])))
            .ToList();
        if (faults.Count > 0)
        {
            return new InvalidInput(faults);
        }

        return own.Claim(request.Points) is { } refused ? refused : Done.Value;
    }

    private static FieldFault Fault(string criterion, string code, params object?[] args) => new($"{nameof(ClaimPointsCommand.Points)}[{criterion}]", code, args);
}
