using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Batches of the user's groups with their progress, and the groups for which one can be asked.</summary>
[RequirePermission(Permission.KeepCertificates)]
public sealed record GetBatchesQuery : IQuery<BatchesView>;

/// <summary>Batches and groups.</summary>
/// <param name="Batches">The newest first.</param>
/// <param name="Groups">Groups that study or are closed, the last one first.</param>
public sealed record BatchesView(IReadOnlyList<BatchRow> Batches, IReadOnlyList<BatchGroup> Groups);

/// <summary>A batch in a list.</summary>
public sealed record BatchRow(Guid Id, CertificateKind Kind, string GroupCode, DateTime AskedAt, BatchStatus Status, int Total, int Done, int PassedOver)
{
    /// <summary>Whether somebody may stop it.</summary>
    public bool CanStop => CertificateBatch.States.Allow(Status, BatchStatus.Stopped);

    /// <summary>Whether somebody may let it go on.</summary>
    public bool CanResume => CertificateBatch.States.Allow(Status, BatchStatus.Queued);
}

/// <summary>A group to choose.</summary>
public sealed record BatchGroup(Guid Id, string Code, LocalizedText Programme, DateOnly EndsOn);

internal sealed class GetBatchesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetBatchesQuery, Result<BatchesView>>
{
    private const int MostBatches = 50;
    private const int MostGroups = 200;

    public async Task<Result<BatchesView>> Handle(GetBatchesQuery request, CancellationToken cancellationToken)
    {
        var batches = await (
            from batch in db.BatchesOf(user)
            join studyGroup in db.Groups on batch.GroupId equals studyGroup.Id
            orderby batch.AskedAt descending
            select new BatchRow(batch.Id, batch.Kind, studyGroup.Code, batch.AskedAt, batch.Status, batch.Total, batch.Done, batch.PassedOver))
            .Take(MostBatches)
            .ToListAsync(cancellationToken);
        var groups = await (
            from studyGroup in db.GroupsToIssueFor(user)
            where studyGroup.Status == GroupStatus.Studying || studyGroup.Status == GroupStatus.Closed
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby studyGroup.EndsOn descending, studyGroup.Code
            select new BatchGroup(studyGroup.Id, studyGroup.Code, programme.Title, studyGroup.EndsOn))
            .Take(MostGroups)
            .ToListAsync(cancellationToken);
        return new BatchesView(batches, groups);
    }
}
