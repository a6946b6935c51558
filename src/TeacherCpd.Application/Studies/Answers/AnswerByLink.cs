using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>Somebody answers a survey by its open address. The same form sent twice is one answer.</summary>
/// <param name="Token">The unguessable part of the address.</param>
/// <param name="Number">Version that the form showed.</param>
/// <param name="FormId">Token of the form; kept nowhere.</param>
/// <param name="Language">Language of the form.</param>
/// <param name="RegionId">Region, if it was said.</param>
/// <param name="ProgrammeId">Programme, if it was said.</param>
/// <param name="Given">Values of the form, see <see cref="AnswerSet.Read"/>.</param>
[OpenToAll]
public sealed record AnswerByLinkCommand(
    string Token, int Number, Guid FormId, Language Language, Guid? RegionId, Guid? ProgrammeId, IReadOnlyDictionary<string, IReadOnlyList<string>> Given) : ICommand<Done>;

internal sealed class AnswerByLinkHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<AnswerByLinkCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerByLinkCommand request, CancellationToken cancellationToken)
    {
        var found = await db.AnsweredVersionAsync(
            db.Questionnaires.Where(q => q.Token == request.Token && q.Kind == QuestionnaireKind.Survey), request.Number, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var (version, study) = found.Value;
        var id = AnswerSheet.IdOf(version.Id, request.FormId);
        if (await db.AnswerSheets.AnyAsync(s => s.Id == id, cancellationToken))
        {
            return Done.Value;
        }

        var answers = AnswerSet.Read(version.Content, request.Given);
        if (answers.Error is { } faults)
        {
            return faults;
        }

        var regionId = await db.Organisations
            .Where(o => o.Id == request.RegionId && o.Kind == Domain.Organisations.OrganisationKind.Region)
            .Select(o => (Guid?)o.Id)
            .SingleOrDefaultAsync(cancellationToken);
        db.Keep(
            new AnswerSheet
            {
                Id = id,
                VersionId = version.Id,
                Day = time.Today(),
                IsByLink = true,
                Language = request.Language,
                RegionId = regionId,
                ProgrammeId = study.Programmes.FirstOrDefault(p => p.ProgrammeId == request.ProgrammeId)?.ProgrammeId,
                Marks = answers.Value.Packed,
            },
            answers.Value);
        return Done.Value;
    }
}
