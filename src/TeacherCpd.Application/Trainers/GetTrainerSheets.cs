using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Trainers;

/// <summary>The sheets about reflective reports of the one who asks, and how many reports wait.</summary>
[RequirePermission(Permission.AssessTrainers)]
public sealed record GetTrainerSheetsQuery : IQuery<TrainerSheets>;

/// <summary>Own sheets, open ones first.</summary>
/// <param name="Waiting">Reports that the person could take.</param>
public sealed record TrainerSheets(IReadOnlyList<TrainerSheetRow> Sheets, int Waiting);

/// <summary>A sheet in the list; the trainer is not named.</summary>
public sealed record TrainerSheetRow(Guid Id, string Number, string Code, LocalizedText Title, DateTime StartedAt, DateTime? SignedAt, Grade? Grade);

internal sealed class GetTrainerSheetsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetTrainerSheetsQuery, Result<TrainerSheets>>
{
    private const int Most = 100;

    public async Task<Result<TrainerSheets>> Handle(GetTrainerSheetsQuery request, CancellationToken cancellationToken)
    {
        var sheets = await (
            from sheet in db.TrainerSheets
            where sheet.AuthorId == user.Me
            join recertification in db.Recertifications on sheet.RecertificationId equals recertification.Id
            join programme in db.Programmes on recertification.ProgrammeId equals programme.Id
            orderby sheet.SignedAt != null, sheet.StartedAt descending
            select new TrainerSheetRow(sheet.Id, recertification.Number, programme.Code, programme.Title, sheet.StartedAt, sheet.SignedAt, sheet.Grade))
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new TrainerSheets(sheets, await db.AssessableBy(user.Me, time.Today()).CountAsync(cancellationToken));
    }
}
