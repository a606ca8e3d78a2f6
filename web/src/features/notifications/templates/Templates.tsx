import { Badge, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Failed, Loading } from "@/ui/States";
import { agoText } from "@/ui/time";

import { messages as told } from "../messages";
import { messages } from "./messages";
import classes from "./Templates.module.css";

/** Every kind of message, and whose text is in force. */
export default function Templates() {
  const found = useQuery({ queryKey: keys.templates, queryFn: ({ signal }) => api.get("/api/notifications/templates", { signal }) });
  return (
    <>
      <PageHeader title={messages.title}>{messages.lead}</PageHeader>
      {found.isPending && <Loading />}
      {found.error && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <ul className={`surface ${classes.list ?? ""}`} aria-label={messages.about}>
          {found.data.items.map((template) => <li key={template.kind}><Line template={template} /></li>)}
        </ul>
      )}
    </>
  );
}

function Line({ template }: { template: Schemas["TemplateSummary"] }) {
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Link className={row.link} to={`/settings/templates/${template.kind}`}>{told.kinds[template.kind] ?? template.kind}</Link>
        <Text component="span" size="sm" c="dimmed">{template.about}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">{template.updatedAt ? messages.changed(agoText(template.updatedAt)) : ""}</Text>
      <Badge variant="default" tt="none" className={row.word ?? ""}>{template.isOwn ? messages.own : messages.builtIn}</Badge>
      <Icon name="chevronRight" size={16} />
    </div>
  );
}
