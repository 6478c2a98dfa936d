/** Made by scripts/distribution-names.mjs. */

/** Import names (or the beginning of dotted ones) = distributions, where the two differ; the most likely one first. */
export const BY_IMPORT = `AppKit=pyobjc-framework-cocoa Bio=biopython BioSQL=biopython Cocoa=pyobjc-framework-cocoa CoreFoundation=pyobjc-framework-cocoa
  Crypto=pycryptodome,pycrypto Cryptodome=pycryptodomex Foundation=pyobjc-framework-cocoa Levenshtein=levenshtein,python-levenshtein
  MySQLdb=mysqlclient,mysql-python OFS=zope2 OpenGL=pyopengl OpenSSL=pyopenssl PIL=pillow PyObjCTools=pyobjc-core
  PyQt5.QtWebEngineWidgets=pyqtwebengine Quartz=pyobjc-framework-quartz RPi=rpi-gpio S3=s3cmd
  SeleniumLibrary=robotframework-seleniumlibrary Stemmer=pystemmer StringMatcher=levenshtein TTS=coqui-tts Xlib=python-xlib
  ZPublisher=zope2 _cffi_backend=cffi _distutils_hack=setuptools _yaml=pyyaml absl=absl-py actstream=django-activity-stream
  adminsortable2=django-admin-sortable2 agents=openai-agents aifc=standard-aifc airflow=apache-airflow
  airflow.sdk=apache-airflow-task-sdk aliyunsdkcore=aliyun-python-sdk-core allauth=django-allauth analytics=analytics-python
  ansible=ansible-core ansible_collections=ansible antlr4=antlr4-python3-runtime anymail=django-anymail
  apiclient=google-api-python-client apitools=google-apitools appconf=django-appconf apt=python-apt apt_pkg=python-apt
  arango=python-arango argon2=argon2-cffi asynchat=pyasynchat asyncore=pyasyncore atlassian=atlassian-python-api attr=attrs
  audioop=audioop-lts auditlog=django-auditlog auth0=auth0-python avro=avro-python3 aws_cdk=aws-cdk-lib axes=django-axes
  azure.cli=azure-cli-core azure.durable_functions=azure-functions-durable azure.multiapi=azure-multiapi-storage
  azure.profiles=azure-common barcode=python-barcode board=adafruit-blinka box=python-box braces=django-braces brownie=eth-brownie
  bs4=beautifulsoup4 bson=pymongo busio=adafruit-blinka cairo=pycairo can=python-can
  captcha=captcha,django-recaptcha,django-simple-captcha cassandra=cassandra-driver cattr=cattrs cfnlint=cfn-lint cgi=legacy-cgi
  cgitb=legacy-cgi chunk=standard-chunk ckeditor=django-ckeditor clonevirtualenv=virtualenv-clone cms=django-cms
  colorfield=django-colorfield compressor=django-compressor constance=django-constance constraint=python-constraint
  corsheaders=django-cors-headers cpuinfo=py-cpuinfo crispy_forms=django-crispy-forms cronlog=python-crontab crontab=python-crontab
  crypt=standard-crypt csp=django-csp cups=pycups curator=elasticsearch-curator curl=pycurl
  cv2=opencv-python,opencv-contrib-python,opencv-contrib-python-headless,opencv-python-headless daemon=python-daemon
  databricks=databricks-sdk databricks.sql=databricks-sql-connector datahub=acryl-datahub dateutil=python-dateutil dbt=dbt-core
  dbt.adapters=dbt-adapters dbt.include=dbt-adapters deb822=python-debian debian=python-debian debug_toolbar=django-debug-toolbar
  decouple=python-decouple delta=delta-spark digitalio=adafruit-blinka discord=discord-py,py-cord distutils=setuptools
  django_filters=django-filter djmoney=django-money dns=dnspython docx=python-docx dogpile=dogpile-cache dot_parser=pydot
  dotenv=python-dotenv easy_install=setuptools elasticapm=elastic-apm elftools=pyelftools enchant=pyenchant engineio=python-engineio
  environ=django-environ erfa=pyerfa factory=factory-boy faiss=faiss-cpu,faiss-gpu fernet_fields=django-fernet-fields
  ffmpeg=ffmpeg-python fitz=pymupdf fluent=fluent-logger formtools=django-formtools fpdf=fpdf2 frontmatter=python-frontmatter
  functional=pyfunctional functorch=torch fuse=fusepy geohash=python-geohash geventwebsocket=gevent-websocket gi=pygobject
  git=gitpython github=pygithub gitlab=python-gitlab gnupg=python-gnupg google=google-api-core google._upb=protobuf
  google.api=googleapis-common-protos google.appengine=appengine-python-standard google.cloud._helpers=google-cloud-core
  google.cloud._http=google-cloud-core google.cloud._testing=google-cloud-core google.cloud.audit=google-cloud-audit-log
  google.cloud.client=google-cloud-core google.cloud.common_resources_pb2=googleapis-common-protos
  google.cloud.devtools.cloudbuild=google-cloud-build google.cloud.devtools.cloudbuild_v1=google-cloud-build
  google.cloud.environment_vars=google-cloud-core google.cloud.exceptions=google-cloud-core
  google.cloud.extended_operations_pb2=googleapis-common-protos google.cloud.firestore_admin_v1=google-cloud-firestore
  google.cloud.firestore_bundle=google-cloud-firestore google.cloud.iam_admin_v1=google-cloud-iam
  google.cloud.iam_credentials_v1=google-cloud-iam google.cloud.location=googleapis-common-protos
  google.cloud.monitoring_dashboard_v1=google-cloud-monitoring-dashboards google.cloud.obsolete=google-cloud-core
  google.cloud.operation=google-cloud-core google.cloud.spanner_admin_database_v1=google-cloud-spanner
  google.cloud.spanner_admin_instance_v1=google-cloud-spanner google.cloud.spanner_dbapi=google-cloud-spanner
  google.cloud.sql=cloud-sql-python-connector google.cloud.version=google-cloud-core google.gapic=googleapis-common-protos
  google.iam=grpc-google-iam-v1 google.logging=googleapis-common-protos google.longrunning=googleapis-common-protos
  google.oauth2=google-auth google.protobuf=protobuf google.pubsub=google-cloud-pubsub google.pubsub_v1=google-cloud-pubsub
  google.rpc=googleapis-common-protos google.type=googleapis-common-protos googleapiclient=google-api-python-client
  googlesearch=googlesearch-python graphql=graphql-core gridfs=pymongo grpc=grpcio grpc_channelz=grpcio-channelz
  grpc_health=grpcio-health-checking grpc_reflection=grpcio-reflection grpc_status=grpcio-status grpc_testing=grpcio-testing
  grpc_tools=grpcio-tools gslib=gsutil guardian=django-guardian hamcrest=pyhamcrest haystack=django-haystack hcl2=python-hcl2
  health_check=django-health-check hijack=django-hijack hostlist=python-hostlist hubspot=hubspot-api-client humps=pyhumps
  hydra=hydra-core igraph=igraph,python-igraph imblearn=imbalanced-learn imghdr=standard-imghdr impala=impyla
  import_export=django-import-export ipware=django-ipware iso639=python-iso639 jack=jack-client jazzmin=django-jazzmin
  jenkins=python-jenkins jose=python-jose jpype=jpype1 js_asset=django-js-asset jwt=pyjwt kafka=kafka-python,kafka-python-ng
  kerberos=pykerberos kernprof=line-profiler keycloak=python-keycloak keystone=keystone-engine keystoneclient=python-keystoneclient
  lark=lark,lark-parser ldap=python-ldap ldapurl=python-ldap ldclient=launchdarkly-server-sdk ldif=python-ldap
  libcloud=apache-libcloud libfuturize=future libpasteurize=future linebot=line-bot-sdk linkify_it=linkify-it-py
  logstash=python-logstash magic=python-magic,filemagic,python-magic-bin mailparser=mail-parser markdown_it=markdown-it-py
  markdownx=django-markdownx material=mkdocs-material mem0=mem0ai memcache=python-memcached mesonpy=meson-python
  migrate=sqlalchemy-migrate mimeparse=python-mimeparse model_utils=django-model-utils modelcluster=django-modelcluster
  modeltranslation=django-modeltranslation moneyed=py-moneyed mpl_toolkits=matplotlib mpl_toolkits.basemap=basemap mptt=django-mptt
  multipart=python-multipart mypyc=mypy mysql=mysql-connector-python mysql.connector=mysql-connector-python,mysql-connector-python-rf
  nacl=pynacl nats=nats-py ndg=ndg-httpsclient newspaper=newspaper3k,newspaper4k ninja=django-ninja nmap=python-nmap nmb=pysmb
  notifications=django-notifications-hq novaclient=python-novaclient nvd3=python-nvd3 oauth2_provider=django-oauth-toolkit
  objc=pyobjc-core odf=odfpy office365=office365-rest-python-client onelogin=python3-saml onnxruntime=onnxruntime,onnxruntime-gpu
  open_clip=open-clip-torch openid=python3-openid opensearchpy=opensearch-py opentelemetry=opentelemetry-api
  opentelemetry._events=opentelemetry-api opentelemetry._logs=opentelemetry-api opentelemetry.attributes=opentelemetry-api
  opentelemetry.baggage=opentelemetry-api opentelemetry.context=opentelemetry-api
  opentelemetry.environment_variables=opentelemetry-api opentelemetry.exporter.cloud_trace=opentelemetry-exporter-gcp-trace
  opentelemetry.metrics=opentelemetry-api opentelemetry.propagate=opentelemetry-api opentelemetry.propagators=opentelemetry-api
  opentelemetry.propagators.aws=opentelemetry-propagator-aws-xray opentelemetry.propagators.b3=opentelemetry-propagator-b3
  opentelemetry.propagators.jaeger=opentelemetry-propagator-jaeger opentelemetry.semconv=opentelemetry-semantic-conventions
  opentelemetry.semconv_ai=opentelemetry-semantic-conventions-ai opentelemetry.shim.opentracing_shim=opentelemetry-opentracing-shim
  opentelemetry.trace=opentelemetry-api opentelemetry.util=opentelemetry-api opentelemetry.version=opentelemetry-api osgeo=gdal
  osgeo_utils=gdal oxmsg=python-oxmsg paho=paho-mqtt pam=python-pam parler=django-parler past=future paste.deploy=pastedeploy
  pdfminer=pdfminer-six phoenix=arize-phoenix phonenumber_field=django-phonenumber-field phonenumbers=phonenumbers,phonenumberslite
  picklefield=django-picklefield pinecone=pinecone,pinecone-client pipeline=django-pipeline pipes=standard-pipes piptools=pip-tools
  pkg_resources=setuptools playhouse=peewee png=pypng polymorphic=django-polymorphic pptx=python-pptx
  progressbar=progressbar2,progressbar33 proto=proto-plus psycopg2=psycopg2-binary ptr=pytest-runner puresasl=pure-sasl pwiz=peewee
  pwn=pwntools pwnlib=pwntools pycrfsuite=python-crfsuite pydispatch=pydispatcher pyflink=apache-flink pykube=pykube-ng
  pylab=matplotlib pylsp=python-lsp-server pylsp_jsonrpc=python-lsp-jsonrpc pymdownx=pymdown-extensions pynvml=nvidia-ml-py
  pyreadline=pyreadline3 pysat=python-sat pythoncom=pywin32 pythonjsonlogger=python-json-logger pywintypes=pywin32 pywt=pywavelets
  pyximport=cython rapidjson=python-rapidjson readability=readability-lxml readline=pyreadline3 requirements=requirements-parser
  rest_auth=django-rest-auth rest_framework=djangorestframework rest_framework_api_key=djangorestframework-api-key
  rest_framework_csv=djangorestframework-csv rest_framework_extensions=drf-extensions rest_framework_gis=djangorestframework-gis
  rest_framework_jwt=djangorestframework-jwt rest_framework_nested=drf-nested-routers
  rest_framework_simplejwt=djangorestframework-simplejwt rest_framework_xml=djangorestframework-xml reversion=django-reversion
  robot=robotframework rpds=rpds-py samcli=aws-sam-cli saml2=pysaml2 samtranslator=aws-sam-translator sass=libsass sassutils=libsass
  scikitplot=scikit-plot scss=pyscss sekizai=django-sekizai serial=pyserial serial_asyncio=pyserial-asyncio
  serpapi=google-search-results shapefile=pyshp silk=django-silk simple_history=django-simple-history skbio=scikit-bio
  skbuild=scikit-build skimage=scikit-image sklearn=scikit-learn skopt=scikit-optimize skvideo=scikit-video
  slack=slackclient,slack-sdk slugify=python-slugify,unicode-slugify smb=pysmb snappy=python-snappy sndhdr=standard-sndhdr
  snowflake=snowflake-connector-python snowflake.connector=snowflake-connector-python snowflake.ml=snowflake-ml-python
  snowflake.snowpark=snowflake-snowpark-python social_core=social-auth-core social_django=social-auth-app-django
  socketio=python-socketio socks=pysocks sockshandler=pysocks solo=django-solo sorl=sorl-thumbnail
  speech_recognition=speechrecognition spnego=pyspnego sseclient=sseclient-py st_aggrid=streamlit-aggrid stdnum=python-stdnum
  stomp=stomp-py storages=django-storages strawberry=strawberry-graphql streaming=mosaicml-streaming suds=suds-community,suds-jurko
  superset=apache-superset swiftclient=python-swiftclient taggit=django-taggit tastypie=django-tastypie teamcity=teamcity-messages
  telebot=pytelegrambotapi telegram=python-telegram-bot telnetlib=standard-telnetlib tencentcloud=tencentcloud-sdk-python
  tensorflow=tensorflow,tensorflow-cpu,tensorflow-gpu timezone_field=django-timezone-field tlz=toolz torchgen=torch
  tortoise=tortoise-orm treebeard=django-treebeard twitter=python-twitter two_factor=django-two-factor-auth uc_micro=uc-micro-py
  ulid=python-ulid umap=umap-learn unfold=django-unfold usb1=libusb1 uwsgidecorators=uwsgi vertexai=google-cloud-aiplatform vt=vt-py
  waffle=django-waffle weaviate=weaviate-client webpack_loader=django-webpack-loader websocket=websocket-client
  whisper=openai-whisper widget_tweaks=django-widget-tweaks win32api=pywin32 win32com=pywin32 win32con=pywin32 win32event=pywin32
  win32file=pywin32 win32gui=pywin32 win32pipe=pywin32 win32process=pywin32 win32security=pywin32 win32service=pywin32
  winerror=pywin32 winpty=pywinpty winrm=pywinrm wx=wxpython xdg=pyxdg xdist=pytest-xdist xdrlib=standard-xdrlib yaml=pyyaml
  yaml_env_tag=pyyaml-env-tag yara=yara-python yoyo=yoyo-migrations zmq=pyzmq`;

/** Packages that several distributions share: what the names of these begin with, and the rest of their names. */
export const SHARED: Record<string, readonly [prefix: string, names: string]> = {
  'airflow.providers': [
    'apache-airflow-providers',
    `airbyte alibaba amazon apache-beam apache-cassandra apache-drill apache-druid apache-flink apache-hdfs apache-hive apache-iceberg
  apache-impala apache-kafka apache-kylin apache-livy apache-pig apache-pinot apache-spark apache-tinkerpop apprise arangodb asana
  atlassian-jira celery cloudant cncf-kubernetes cohere common-ai common-compat common-io common-messaging common-sql databricks
  datadog dbt-cloud dingding discord docker edge3 elasticsearch exasol fab facebook ftp git github google grpc hashicorp http imap
  influxdb informatica jdbc jenkins jira keycloak microsoft-azure microsoft-fabric microsoft-mssql microsoft-psrp microsoft-winrm
  mongo mysql neo4j odbc openai openfaas openlineage opensearch opsgenie oracle pagerduty papermill pgvector pinecone postgres presto
  qdrant redis salesforce samba segment sendgrid sftp singularity slack smtp snowflake sqlite ssh standard tableau telegram teradata
  trino vertica weaviate yandex ydb zendesk`,
  ],
  azure: [
    'azure',
    `ai-agents ai-agentserver-agentframework ai-agentserver-core ai-agentserver-invocations ai-agentserver-responses ai-contentsafety
  ai-contentunderstanding ai-documentintelligence ai-evaluation ai-formrecognizer ai-inference ai-language-conversations
  ai-language-questionanswering ai-ml ai-projects ai-textanalytics ai-translation-document ai-translation-text
  ai-vision-imageanalysis appconfiguration appconfiguration-provider applicationinsights batch cli cli-acr cli-appservice cli-core
  cli-diff-tool cli-nspkg cli-sql cli-telemetry cognitiveservices-knowledge-qnamaker cognitiveservices-speech
  cognitiveservices-vision-computervision cognitiveservices-vision-customvision common communication-callautomation
  communication-chat communication-email communication-identity communication-phonenumbers communication-rooms communication-sms
  containerregistry core core-tracing-opentelemetry cosmos cosmosdb-nspkg cosmosdb-table data-tables datalake-store devops devtools
  eventgrid eventhub eventhub-checkpointstoreblob eventhub-checkpointstoreblob-aio functions functions-durable graphrbac identity
  identity-broker iot-device iot-hub keyvault-administration keyvault-certificates keyvault-keys keyvault-secrets
  keyvault-securitydomain kusto-data kusto-ingest log-analytics-data-collector-api loganalytics messaging-webpubsubservice
  mgmt-advisor mgmt-apimanagement mgmt-appconfiguration mgmt-appcontainers mgmt-applicationinsights mgmt-appplatform
  mgmt-authorization mgmt-automation mgmt-batch mgmt-batchai mgmt-billing mgmt-botservice mgmt-cdn mgmt-cognitiveservices
  mgmt-commerce mgmt-compute mgmt-consumption mgmt-containerinstance mgmt-containerregistry mgmt-containerregistrytasks
  mgmt-containerservice mgmt-core mgmt-cosmosdb mgmt-costmanagement mgmt-databoxedge mgmt-databricks mgmt-datafactory
  mgmt-datalake-analytics mgmt-datalake-nspkg mgmt-datalake-store mgmt-datamigration mgmt-dataprotection mgmt-desktopvirtualization
  mgmt-devspaces mgmt-devtestlabs mgmt-dns mgmt-eventgrid mgmt-eventhub mgmt-extendedlocation mgmt-frontdoor mgmt-hanaonazure
  mgmt-hdinsight mgmt-hybridcompute mgmt-imagebuilder mgmt-iotcentral mgmt-iothub mgmt-iothubprovisioningservices mgmt-keyvault
  mgmt-kubernetesconfiguration mgmt-kusto mgmt-loganalytics mgmt-logic mgmt-machinelearningcompute mgmt-machinelearningservices
  mgmt-managedservices mgmt-managementgroups mgmt-managementpartner mgmt-maps mgmt-marketplaceordering mgmt-media mgmt-monitor
  mgmt-msi mgmt-mysqlflexibleservers mgmt-netapp mgmt-network mgmt-notificationhubs mgmt-nspkg mgmt-policyinsights
  mgmt-postgresqlflexibleservers mgmt-powerbiembedded mgmt-privatedns mgmt-quota mgmt-rdbms mgmt-recoveryservices
  mgmt-recoveryservicesbackup mgmt-redhatopenshift mgmt-redis mgmt-redisenterprise mgmt-relay mgmt-reservations mgmt-resource
  mgmt-resource-deployments mgmt-resource-deploymentscripts mgmt-resource-deploymentstacks mgmt-resource-subscriptions
  mgmt-resource-templatespecs mgmt-resourcegraph mgmt-resourcehealth mgmt-scheduler mgmt-search mgmt-security mgmt-securityinsight
  mgmt-servicebus mgmt-servicefabric mgmt-servicefabricmanagedclusters mgmt-servicelinker mgmt-signalr mgmt-sql
  mgmt-sqlvirtualmachine mgmt-storage mgmt-streamanalytics mgmt-subscription mgmt-synapse mgmt-trafficmanager mgmt-web ml-component
  monitor-events-extension monitor-ingestion monitor-opentelemetry monitor-opentelemetry-exporter monitor-query monitor-querymetrics
  multiapi-storage schemaregistry schemaregistry-avroserializer search search-documents servicebus servicefabric
  servicemanagement-legacy storage storage-blob storage-common storage-file storage-file-datalake storage-file-share storage-nspkg
  storage-queue synapse-accesscontrol synapse-artifacts synapse-managedprivateendpoints synapse-spark`,
  ],
  backports: [
    'backports',
    `abc asyncio-runner cached-property csv datetime-fromisoformat entry-points-selectable functools-lru-cache shutil-get-terminal-size
  ssl ssl-match-hostname strenum tarfile tempfile weakref zoneinfo zstd`,
  ],
  databricks: [
    'databricks',
    `agents ai-bridge api automl-runtime bundles cli connect dbapi dlt feature-engineering feature-store labs-blueprint labs-dqx
  labs-lsql labs-remorph langchain mcp modules-vy openai pypi-extras pypi1 pypi2 sdk sql sql-connector sql-connector-core sqlalchemy
  test vectorsearch zerobus-ingest-sdk`,
  ],
  'dbt.adapters': [
    'dbt',
    `adapters artifacts-parser athena athena-community autofix bigquery bouncer clickhouse colibri common core core-interface coverage
  databricks dremio duckdb exasol extractor fabric fabricspark fusion-package-tools glue loom mcp metabase metricflow oracle osmosis
  postgres protos redshift score semantic-interfaces sl-sdk snowflake spark sqlserver tests-adapter trino vertica`,
  ],
  google: [
    'google',
    `adk ads ads-admanager ai-generativelanguage analytics-admin analytics-data api-core api-python-client api-python-client-stubs
  apitools apps-card apps-chat apps-meet auth-httplib2 auth-oauthlib auth-stubs benchmark cloud-access-context-manager
  cloud-aiplatform cloud-alloydb cloud-alloydb-connector cloud-api-keys cloud-appengine-admin cloud-appengine-logging
  cloud-artifact-registry cloud-asset cloud-audit-log cloud-automl cloud-batch cloud-biglake cloud-bigquery cloud-bigquery-biglake
  cloud-bigquery-connection cloud-bigquery-datapolicies cloud-bigquery-datatransfer cloud-bigquery-logging cloud-bigquery-reservation
  cloud-bigquery-storage cloud-bigtable cloud-billing cloud-build cloud-certificate-manager cloud-common cloud-compute
  cloud-container cloud-core cloud-datacatalog cloud-datacatalog-lineage cloud-dataflow-client cloud-dataform cloud-dataplex
  cloud-dataproc cloud-dataproc-metastore cloud-datastore cloud-datastream cloud-dialogflow cloud-dialogflow-cx cloud-discoveryengine
  cloud-dlp cloud-dns cloud-documentai cloud-documentai-toolbox cloud-error-reporting cloud-filestore cloud-firestore cloud-functions
  cloud-iam cloud-jupyter-config cloud-kms cloud-language cloud-logging cloud-managedkafka cloud-memcache cloud-mldiagnostics
  cloud-modelarmor cloud-monitoring cloud-monitoring-dashboards cloud-ndb cloud-notebooks cloud-orchestration-airflow
  cloud-org-policy cloud-os-config cloud-os-login cloud-parametermanager cloud-pipeline-components cloud-privilegedaccessmanager
  cloud-profiler cloud-pubsub cloud-pubsublite cloud-quotas cloud-recaptcha-enterprise cloud-recommendations-ai cloud-recommender
  cloud-redis cloud-redis-cluster cloud-resource-manager cloud-retail cloud-run cloud-runtimeconfig cloud-scheduler
  cloud-secret-manager cloud-securitycenter cloud-service-control cloud-service-usage cloud-spanner cloud-speech cloud-sqlcommenter
  cloud-storage cloud-storage-control cloud-storage-transfer cloud-tasks cloud-texttospeech cloud-tpu cloud-trace cloud-translate
  cloud-vectorsearch cloud-video-transcoder cloud-videointelligence cloud-vision cloud-webrisk cloud-workflows compute-engine crc32c
  events gax genai generativeai geo-type i18n-address maps-addressvalidation maps-places maps-routeoptimization meridian oauth2-tool
  pasta play-scraper python-cloud-debugger re2 reauth resumable-media search-results shopping-type tunix`,
  ],
  jaraco: ['jaraco', `classes collections context functools itertools logging stream text`],
  llama_index: [
    'llama-index',
    `agent-openai cli core embeddings-azure-openai embeddings-bedrock embeddings-cohere embeddings-google-genai embeddings-huggingface
  embeddings-ibm embeddings-langchain embeddings-nvidia embeddings-ollama embeddings-openai embeddings-vertex graph-stores-neo4j
  indices-managed-llama-cloud instrumentation legacy llms-anthropic llms-azure-openai llms-bedrock llms-bedrock-converse llms-gemini
  llms-google-genai llms-groq llms-ibm llms-langchain llms-litellm llms-nvidia llms-ollama llms-openai llms-openai-like
  llms-openrouter llms-vertex multi-modal-llms-openai postprocessor-bedrock-rerank postprocessor-cohere-rerank program-openai
  question-gen-openai readers-confluence readers-file readers-google readers-jira readers-llama-parse readers-s3 readers-web
  retrievers-bm25 storage-docstore-postgres storage-kvstore-postgres tools-mcp utils-workflow vector-stores-azureaisearch
  vector-stores-chroma vector-stores-elasticsearch vector-stores-faiss vector-stores-milvus vector-stores-neo4jvector
  vector-stores-pinecone vector-stores-postgres vector-stores-qdrant vector-stores-weaviate workflows`,
  ],
  opentelemetry: [
    'opentelemetry',
    `api container-distro contrib-instrumentations distro exporter-gcp-logging exporter-gcp-monitoring exporter-gcp-trace
  exporter-jaeger exporter-jaeger-proto-grpc exporter-jaeger-thrift exporter-otlp exporter-otlp-proto-common exporter-otlp-proto-grpc
  exporter-otlp-proto-http exporter-prometheus exporter-prometheus-remote-write exporter-zipkin exporter-zipkin-json
  exporter-zipkin-proto-http instrumentation instrumentation-agno instrumentation-aio-pika instrumentation-aiohttp-client
  instrumentation-aiohttp-server instrumentation-aiokafka instrumentation-aiopg instrumentation-alephalpha instrumentation-anthropic
  instrumentation-asgi instrumentation-asyncclick instrumentation-asyncio instrumentation-asyncpg instrumentation-aws-lambda
  instrumentation-bedrock instrumentation-boto instrumentation-boto3sqs instrumentation-botocore instrumentation-cassandra
  instrumentation-celery instrumentation-chromadb instrumentation-click instrumentation-cohere instrumentation-confluent-kafka
  instrumentation-crewai instrumentation-dbapi instrumentation-django instrumentation-elasticsearch instrumentation-falcon
  instrumentation-fastapi instrumentation-flask instrumentation-google-genai instrumentation-google-generativeai instrumentation-groq
  instrumentation-grpc instrumentation-haystack instrumentation-httpx instrumentation-jinja2 instrumentation-kafka-python
  instrumentation-lancedb instrumentation-langchain instrumentation-llamaindex instrumentation-logging instrumentation-marqo
  instrumentation-mcp instrumentation-milvus instrumentation-mistralai instrumentation-mysql instrumentation-mysqlclient
  instrumentation-ollama instrumentation-openai instrumentation-openai-agents instrumentation-openai-agents-v2
  instrumentation-openai-v2 instrumentation-pika instrumentation-pinecone instrumentation-psycopg instrumentation-psycopg2
  instrumentation-pymemcache instrumentation-pymongo instrumentation-pymssql instrumentation-pymysql instrumentation-pyramid
  instrumentation-qdrant instrumentation-redis instrumentation-remoulade instrumentation-replicate instrumentation-requests
  instrumentation-sagemaker instrumentation-sklearn instrumentation-sqlalchemy instrumentation-sqlite3 instrumentation-starlette
  instrumentation-system-metrics instrumentation-threading instrumentation-together instrumentation-tornado
  instrumentation-tortoiseorm instrumentation-transformers instrumentation-urllib instrumentation-urllib3 instrumentation-vertexai
  instrumentation-voyageai instrumentation-watsonx instrumentation-weaviate instrumentation-writer instrumentation-wsgi
  processor-baggage propagator-aws-xray propagator-b3 propagator-gcp propagator-jaeger propagator-ot-trace proto
  python-contrib-external-valkey resource-detector-azure resource-detector-containerid resourcedetector-docker resourcedetector-gcp
  resourcedetector-kubernetes resourcedetector-process sdk sdk-extension-aws semantic-conventions semantic-conventions-ai test-utils
  util-genai util-http`,
  ],
  ruamel: ['ruamel', `base yaml yaml-clib yaml-clibz yaml-jinja2 yaml-string`],
  snowflake: [
    'snowflake',
    `cli cli-labs connector-python connector-python-nightly core id labs-mcp legacy ml-python snowpark-python sqlalchemy
  telemetry-python`,
  ],
  sphinxcontrib: [
    'sphinxcontrib',
    `apidoc applehelp bibtex blockdiag confluencebuilder datatemplates devhelp django drawio googleanalytics htmlhelp httpdomain images
  jquery jsmath katex log-cabinet mermaid napoleon openapi plantuml programoutput qthelp redoc runcmd serializinghtml spelling
  svg2pdfconverter towncrier video websupport youtube`,
  ],
  zope: [
    'zope',
    `annotation browser browsermenu browserpage browserresource cachedescriptors component configuration container contentprovider
  contenttype copy datetime deferredimport deprecation dottedname event exceptions filerepresentation globalrequest hookable i18n
  i18nmessageid index interface lifecycleevent location pagetemplate processlifetime proxy ptresource publisher schema security
  sendmail sequencesort site size sqlalchemy structuredtext tal tales testbrowser testing testrunner traversing viewlet`,
  ],
};
